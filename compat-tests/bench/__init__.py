"""Measurements beside the stock library; nothing here passes or fails."""
