"""x"""
def check(counts, folder):
    """x"""
