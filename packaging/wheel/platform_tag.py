"""Gives the wheel the tags of the platforms on which its executable runs."""

import struct
from pathlib import Path

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

MACHINES = {62: "x86_64", 183: "aarch64"}
PT_INTERP = 3


def machine_of(executable):
    """The machine of a static ELF executable; anything else is refused."""
    header = executable[:64]
    if header[:6] != b"\x7fELF\x02\x01":
        raise ValueError("buildspec is not an ELF executable of 64 bits, low byte first")
    (machine,) = struct.unpack_from("<H", header, 18)
    (offset,) = struct.unpack_from("<Q", header, 32)
    size, count = struct.unpack_from("<HH", header, 54)
    for number in range(count):
        (kind,) = struct.unpack_from("<I", executable, offset + number * size)
        if kind == PT_INTERP:
            raise ValueError("buildspec is not a static executable, so it would need a certain libc")
    if machine not in MACHINES:
        raise ValueError(f"buildspec is for machine {machine}, which has no tag here")
    return MACHINES[machine]


class PlatformTag(BuildHookInterface):
    """A static executable needs no libc at all. So it keeps the promise of the oldest platform that installers and
    PyPI know under its new name, of the same one under the name that older versions of pip know, and of musl."""

    def initialize(self, version, build_data):
        machine = machine_of(Path(self.root, "buildspec").read_bytes())
        platforms = sorted(f"{name}_{machine}" for name in ("manylinux_2_17", "manylinux2014", "musllinux_1_1"))
        build_data["pure_python"] = False
        build_data["tag"] = f"py3-none-{'.'.join(platforms)}"
