"""What the benchmarks measure with."""
import pathlib


def node_file(folder, domains):
    """Writes a node file for the test driver with many domains; returns its path."""
    path = pathlib.Path(folder) / "node.xml"
    domain = ("<domain type='test'><name>guest-{n}</name><uuid>00000000-0000-4000-8000-{n:012d}</uuid>"
              "<memory>65536</memory><os><type>hvm</type></os></domain>")
    path.write_text("<node>" + "".join(domain.format(n=n) for n in range(domains)) + "</node>")
    path.chmod(0o644)
    return path
