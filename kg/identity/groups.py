"""Which kinds of groups are partners that one asks about."""

from __future__ import annotations

# Listed for their words, but not collectives that one asks about as partners.
NO_PARTNERS = frozenset(
    {
        "sekolah",
        "komunitas",
        "pengawas-pemilu",
        "pemilih",
        "advokat",
        "pengusaha",
        "petani-nelayan",
        "perbankan",
        "kepala-daerah",
    }
)
