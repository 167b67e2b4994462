"""Stock daemons that listen with TLS, and certificates for both sides made with openssl: authorities, servers, clients, revocations."""

import os
import subprocess

from lib.daemon import StockDaemon

VALID = ("20250101000000Z", "20990101000000Z")
PAST = ("20200101000000Z", "20200201000000Z")
FUTURE = ("20900101000000Z", "20910101000000Z")
LOCALHOST = "subjectAltName=DNS:localhost,IP:127.0.0.1"
USAGE = "keyUsage=critical,digitalSignature,keyEncipherment"
AUTHORITY = ("basicConstraints=critical,CA:TRUE", "keyUsage=critical,keyCertSign,cRLSign")
END = "basicConstraints=critical,CA:FALSE"
SERVER = "extendedKeyUsage=serverAuth"
CLIENT = "extendedKeyUsage=clientAuth"
EC = ("EC", "ec_paramgen_curve:P-256")
EC384 = ("EC", "ec_paramgen_curve:P-384")
EC521 = ("EC", "ec_paramgen_curve:P-521")
RSA = ("RSA", "rsa_keygen_bits:2048")
SHORT = ("RSA", "rsa_keygen_bits:1024")
ED25519 = ("ED25519", None)

CONF = """\
[ca]
default_ca = it
[it]
database = {directory}/{name}.index
serial = {directory}/serial
crlnumber = {directory}/serial
new_certs_dir = {directory}
policy = any
default_crl_days = 30
default_md = sha256
unique_subject = no
[any]
organizationName = optional
commonName = supplied
[crl]
authorityKeyIdentifier = keyid
"""


def daemon(ca, cert, key, sasl=None, conf=None):
    """Returns a session daemon that listens with TLS: paths of its authorities, certificate and key. With a Sasl (sasl.py) it wants
    passwords inside TLS and on its UNIX socket."""
    auth = "sasl" if sasl else "none"
    wanted = {"ca_file": ca, "cert_file": cert, "key_file": key, "tls_no_sanity_certificate": 1, "auth_tls": auth, "auth_unix_rw": auth}
    return StockDaemon(mode="session", listen=("tls",), sasl=sasl, conf={**wanted, **(conf or {})})


class Maker:
    """Certificates in one directory, by name: NAME.pem and NAME-key.pem."""

    def __init__(self, directory):
        self.directory = directory
        with open(self.path("serial"), "w", encoding="ascii") as handle:
            handle.write("1001\n")

    def path(self, name):
        """Returns the path of a file of the directory."""
        return os.path.join(self.directory, name)

    def tool(self, *arguments):
        """openssl, which must succeed."""
        done = subprocess.run(["openssl", *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True, check=False)
        if done.returncode:
            raise RuntimeError(f"openssl {' '.join(arguments)}: {done.stdout}")

    def as_authority(self, name):
        """Arguments with which openssl acts as an authority."""
        conf = self.path(f"{name}.conf")
        if not os.path.exists(conf):
            with open(conf, "w", encoding="ascii") as handle:
                handle.write(CONF.format(directory=self.directory, name=name))
            with open(self.path(f"{name}.index"), "w", encoding="ascii"):
                pass
        return ("ca", "-batch", "-config", conf, "-keyfile", self.path(f"{name}-key.pem"))

    def certificate(self, name, common_name, by, kind, extensions, dates=VALID, digest="sha256"):
        """A certificate with these extensions; without `by` it is its own authority's."""
        algorithm, option = kind
        key, request, listed = self.path(f"{name}-key.pem"), self.path(f"{name}.csr"), self.path(f"{name}.ext")
        self.tool("genpkey", "-algorithm", algorithm, *(("-pkeyopt", option) if option else ()), "-out", key)
        self.tool("req", "-new", "-key", key, "-subj", f"/O=Oxivirt tests/CN={common_name}", "-out", request)
        with open(listed, "w", encoding="ascii") as handle:
            handle.write("\n".join(extensions) + "\n")
        issuer = ("-cert", self.path(f"{by}.pem")) if by else ("-selfsign",)
        # Ed25519 knows no other digest than its own; what signs decides.
        self.tool(*self.as_authority(by or name), *issuer, "-in", request, "-out", self.path(f"{name}.pem"), "-notext",
                  "-startdate", dates[0], "-enddate", dates[1], "-extfile", listed, "-md", digest)

    def authority(self, name, kind=EC, by=None, extensions=AUTHORITY, dates=VALID):
        """An authority, its own or another one's."""
        self.certificate(name, name, by, kind, extensions, dates)

    def leaf(self, name, common_name, by="ca", kind=EC, lines=(), dates=VALID, usage=(USAGE, END), digest="sha256"):
        """A certificate of a server or client."""
        self.certificate(name, common_name, by, kind, (*lines, *usage), dates, digest)

    def revocations(self, name, revoked, by="ca", version=2):
        """A revocation list."""
        issuer = ("-cert", self.path(f"{by}.pem"))
        if revoked:
            self.tool(*self.as_authority(by), *issuer, "-revoke", self.path(f"{revoked}.pem"))
        newer = ("-crlexts", "crl") if version == 2 else ()
        self.tool(*self.as_authority(by), *issuer, "-gencrl", *newer, "-out", self.path(name))

    def text(self, *names):
        """Several files in one."""
        parts = []
        for name in names:
            with open(self.path(name), encoding="ascii") as handle:
                parts.append(handle.read())
        return "".join(parts)


def make(directory):
    """Returns all that the cases need."""
    maker = Maker(directory)
    maker.authority("ca")
    maker.authority("otherca")
    maker.authority("rsaca", RSA)
    maker.authority("between", by="ca")
    for name, arguments in {
        "good": {"lines": (LOCALHOST, SERVER)},
        "rsa": {"kind": RSA, "by": "rsaca", "lines": (LOCALHOST, SERVER)},
        "p384": {"kind": EC384, "lines": (LOCALHOST, SERVER)},
        "p521": {"kind": EC521, "lines": (LOCALHOST, SERVER)},
        "ed25519": {"kind": ED25519, "lines": (LOCALHOST, SERVER)},
        "short": {"kind": SHORT, "lines": (LOCALHOST, SERVER)},
        "sha1": {"kind": RSA, "by": "rsaca", "lines": (LOCALHOST, SERVER), "digest": "sha1"},
        "cn": {"lines": (SERVER,)},
        "cn-address": {"common_name": "127.0.0.1", "lines": (SERVER,)},
        "cn-wrong": {"common_name": "elsewhere.example", "lines": (SERVER,)},
        "cn-hidden": {"lines": ("subjectAltName=DNS:elsewhere.example", SERVER)},
        "cn-beside-address": {"lines": ("subjectAltName=IP:127.0.0.1", SERVER)},
        "name-only": {"lines": ("subjectAltName=DNS:localhost", SERVER)},
        "expired": {"lines": (LOCALHOST, SERVER), "dates": PAST},
        "not-yet": {"lines": (LOCALHOST, SERVER), "dates": FUTURE},
        "other-authority": {"by": "otherca", "lines": (LOCALHOST, SERVER)},
        "through-between": {"by": "between", "lines": (LOCALHOST, SERVER)},
        "no-usage": {"lines": (LOCALHOST,), "usage": (END,)},
        "signing-only": {"lines": (LOCALHOST, SERVER), "usage": ("keyUsage=critical,digitalSignature", END)},
        "encryption-only": {"lines": (LOCALHOST, SERVER), "usage": ("keyUsage=critical,keyEncipherment", END)},
        "for-clients": {"lines": (LOCALHOST, CLIENT)},
        "an-authority": {"lines": (LOCALHOST, SERVER), "usage": (USAGE, "basicConstraints=CA:TRUE")},
    }.items():
        maker.leaf(f"server-{name}", arguments.pop("common_name", "localhost"), **arguments)
    for name, arguments in {
        "good": {"lines": (CLIENT,)},
        "rsa": {"kind": RSA, "lines": (CLIENT,)},
        "p384": {"kind": EC384, "lines": (CLIENT,)},
        "short": {"kind": SHORT, "lines": (CLIENT,)},
        "ed25519": {"kind": ED25519, "lines": (CLIENT,)},
        "expired": {"lines": (CLIENT,), "dates": PAST},
        "not-yet": {"lines": (CLIENT,), "dates": FUTURE},
        "other": {"by": "otherca", "lines": (CLIENT,)},
        "through-between": {"by": "between", "lines": (CLIENT,)},
        "no-usage": {"usage": (END,)},
        "encryption-only": {"usage": ("keyUsage=critical,keyEncipherment", END)},
        "for-servers": {"lines": (SERVER,)},
        "an-authority": {"usage": (USAGE, "basicConstraints=CA:TRUE")},
    }.items():
        maker.leaf(f"client-{name}", "client", **arguments)
    maker.authority("expired-ca", dates=PAST)
    maker.authority("no-ca", extensions=("subjectKeyIdentifier=hash",))
    maker.authority("no-sign-ca", extensions=("basicConstraints=CA:TRUE", "keyUsage=critical,cRLSign"))
    maker.revocations("empty.crl", None)
    maker.revocations("revoked.crl", "server-good")
    maker.revocations("revoked-version-1.crl", None, version=1)
    maker.revocations("unrelated.crl", "server-rsa", "rsaca")
    return maker
