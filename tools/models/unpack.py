#!/usr/bin/env python3
"""Take one member out of a .whl (zip) or .tgz archive: unpack.py ARCHIVE MEMBER DESTINATION.

Only the standard library, so that it runs before anything is installed.
"""

import shutil
import sys
import tarfile
import zipfile


def main(archive: str, member: str, destination: str) -> None:
    with open(destination, "wb") as sink:
        if zipfile.is_zipfile(archive):
            with zipfile.ZipFile(archive) as opened, opened.open(member) as source:
                shutil.copyfileobj(source, sink, 1 << 20)
        else:
            with tarfile.open(archive) as opened:
                source = opened.extractfile(member)
                if source is None:
                    sys.exit(f"{member} in {archive} is not a file")
                shutil.copyfileobj(source, sink, 1 << 20)


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
