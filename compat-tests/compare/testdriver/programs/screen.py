"""Screenshots: a stream that the driver fills."""

import libvirt

from compare.testdriver.say import said


def main():
    """Received in pieces, at once, given up."""
    conn = libvirt.open("test:///default")
    dom = conn.lookupByName("test")
    stream = conn.newStream()
    said("screenshot", dom.screenshot, stream, 0)
    data = b""
    while piece := stream.recv(50):
        data += piece
    print(data[:8], len(data) > 50)
    said("finish", stream.finish)
    said("after finish", stream.recv, 5)
    for screen, flags in ((0, 1), (7, 0)):
        stream = conn.newStream()
        said(f"screenshot {screen} {flags}", dom.screenshot, stream, screen, flags)
        said("abort", stream.abort)
    stream = conn.newStream()
    said("screenshot", dom.screenshot, stream, 0)
    pieces = []
    stream.recvAll(lambda _, piece, __: pieces.append(piece), None)
    print(b"".join(pieces)[:8])
    said("finish", stream.finish)
    stream = conn.newStream()
    said("screenshot", dom.screenshot, stream, 0)
    del stream
    dom.destroy()
    said("stopped", dom.screenshot, conn.newStream(), 0)


main()
