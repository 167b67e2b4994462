//! The group `volume`: Storage Volume.
use super::command::Command;
use super::common::{IN_POOL, PREALLOCATE, PRINT_XML, SELECT, VALIDATE, VOLUME, pool};
use super::option::{Completer, Which, flag, needed, number, options, string};
use super::words;

/// The commands of the group, in the order of its help.
pub(super) const COMMANDS: &[Command] = &[
    Command::new(
        "vol-clone",
        "clone a volume.",
        "Clone an existing volume within the parent pool.",
        &[
            VOLUME,
            needed("newname", "clone name"),
            IN_POOL,
            PREALLOCATE,
            flag("reflink", "use btrfs COW lightweight copy"),
            flag("print-xml", "print XML document rather than clone the volume"),
        ],
    ),
    Command::new(
        "vol-create-as",
        "create a volume from a set of args",
        "Create a vol.",
        &[
            needed("pool", "pool name").completes(Completer::Pool(Which::Active)),
            needed("name", "name of the volume"),
            needed("capacity", "size of the vol, as scaled integer (default bytes)"),
            string("allocation", "initial allocation size, as scaled integer (default bytes)").also_positional(),
            string("format", "file format type raw,bochs,qcow,qcow2,qed,vmdk")
                .also_positional()
                .completes(Completer::Words(words::STORAGE_FORMATS)),
            string("backing-vol", "the backing volume if taking a snapshot").also_positional(),
            string("backing-vol-format", "format of backing volume if taking a snapshot")
                .also_positional()
                .completes(Completer::Words(words::STORAGE_FORMATS)),
            PREALLOCATE,
            PRINT_XML,
        ],
    ),
    Command::new(
        "vol-create",
        "create a vol from an XML file",
        "Create a vol.",
        &[
            needed("pool", "pool name").completes(Completer::Pool(Which::Active)),
            needed("file", "file containing an XML vol description").completes(Completer::Path),
            PREALLOCATE,
            VALIDATE,
        ],
    ),
    Command::new(
        "vol-create-from",
        "create a vol, using another volume as input",
        "Create a vol from an existing volume.",
        &[
            pool(Which::Active),
            needed("file", "file containing an XML vol description").completes(Completer::Path),
            VOLUME,
            string("inputpool", "pool name or uuid of the input volume's pool")
                .also_positional()
                .completes(Completer::Pool(Which::All)),
            PREALLOCATE,
            flag("reflink", "use btrfs COW lightweight copy"),
            VALIDATE,
        ],
    ),
    Command::new(
        "vol-delete",
        "delete a vol",
        "Delete a given vol.",
        &[
            VOLUME,
            IN_POOL,
            flag("delete-snapshots", "delete snapshots associated with volume (must be supported by storage driver)"),
        ],
    ),
    Command::new(
        "vol-download",
        "download volume contents to a file",
        "Download volume contents to a file",
        &[
            VOLUME,
            needed("file", "file").completes(Completer::Path),
            IN_POOL,
            number("offset", "volume offset to download from").also_positional(),
            number("length", "amount of data to download").also_positional(),
            flag("sparse", "preserve sparseness of volume"),
        ],
    ),
    Command::new(
        "vol-dumpxml",
        "vol information in XML",
        "Output the vol information as an XML dump to stdout.",
        options![&[VOLUME, IN_POOL], SELECT],
    ),
    Command::new(
        "vol-info",
        "storage vol information",
        "Returns basic information about the storage vol.",
        &[
            VOLUME,
            IN_POOL,
            flag("bytes", "sizes are represented in bytes rather than pretty units"),
            flag("physical", "return the physical size of the volume in allocation field"),
        ],
    ),
    Command::new(
        "vol-key",
        "returns the volume key for a given volume name or path",
        "",
        &[needed("vol", "volume name or path").completes(Completer::Volume), IN_POOL],
    ),
    Command::new(
        "vol-list",
        "list vols",
        "Returns list of vols by pool.",
        &[pool(Which::Active), flag("details", "display extended details for volumes")],
    ),
    Command::new(
        "vol-name",
        "returns the volume name for a given volume key or path",
        "",
        &[needed("vol", "volume key or path").completes(Completer::Volume)],
    ),
    Command::new(
        "vol-path",
        "returns the volume path for a given volume name or key",
        "",
        &[needed("vol", "volume name or key").completes(Completer::Volume), IN_POOL],
    ),
    Command::new(
        "vol-pool",
        "returns the storage pool for a given volume key or path",
        "",
        &[
            needed("vol", "volume key or path").completes(Completer::Volume),
            flag("uuid", "return the pool uuid rather than pool name"),
        ],
    ),
    Command::new(
        "vol-resize",
        "resize a vol",
        "Resizes a storage volume. This is safe only for storage volumes not in use by an \
             active guest.\nSee blockresize for live resizing.",
        &[
            VOLUME,
            needed("capacity", "new capacity for the vol, as scaled integer (default bytes)"),
            IN_POOL,
            flag("allocate", "allocate the new capacity, rather than leaving it sparse"),
            flag("delta", "use capacity as a delta to current size, rather than the new size"),
            flag("shrink", "allow the resize to shrink the volume"),
        ],
    ),
    Command::new(
        "vol-upload",
        "upload file contents to a volume",
        "Upload file contents to a volume",
        &[
            VOLUME,
            needed("file", "file").completes(Completer::Path),
            IN_POOL,
            number("offset", "volume offset to upload to").also_positional(),
            number("length", "amount of data to upload").also_positional(),
            flag("sparse", "preserve sparseness of volume"),
        ],
    ),
    Command::new(
        "vol-wipe",
        "wipe a vol",
        "Ensure data previously on a volume is not accessible to future reads",
        &[
            VOLUME,
            IN_POOL,
            string("algorithm", "perform selected wiping algorithm")
                .also_positional()
                .completes(Completer::Words(words::WIPE_ALGORITHMS)),
        ],
    ),
];
