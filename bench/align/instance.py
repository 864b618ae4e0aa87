"""Makes a synthetic sales force to align: customers around towns of very different size, sellers where the work is, an imperfect present.

    python bench/align/instance.py UNITS SELLERS SEED FOLDER        (needs numpy)

Writes accounts.csv, reps.csv, hunters.csv and params.json as `docs/guides/alignment.md` describes them. One person in seven serves from inside; one unit
in seven has no owner; each hunter brings up to eight of the units without one. Hours are scaled so that the targets can just be met.
"""
import json
import sys
from pathlib import Path
from types import SimpleNamespace

import numpy as np

SOUTH, NORTH, WEST, EAST = 41.0, 51.0, -4.0, 14.0
SEGMENTS = ("ENT", "MM", "SMB")
SHARES = (0.06, 0.24, 0.70)
POTENTIAL, SPREAD = np.array([180e3, 40e3, 8e3]), np.array([0.8, 0.7, 0.8])
VISITS, HOURS = np.array([20.0, 8.0, 2.0]), np.array([80.0, 22.0, 6.0])
YEAR_HOURS = 1500.0
CONSTANTS = {
    "earth_km": 6371.0, "km_cost": 0.6, "field_premium": 45.0, "inside_nonremote_frac": 0.03, "inside_nonremote_fix": 300.0,
    "inside_tz_cost": 2.0, "disrupt_frac": 0.04, "disrupt_fix": 200.0, "hunter_meetings": 30.0, "hunter_disrupt": 4000.0,
    "tol_w": 0.10, "tol_p": 0.15, "pen_w": 120.0, "pen_p": 0.02,
}


def nearest(of, among, count):
    """The nearest few of `among` for each place of `of`, by distance on a flat map; rows of indices, nearest first."""
    squeeze = np.cos(np.radians((SOUTH + NORTH) / 2))
    found = []
    # At most some sixteen million distances at once.
    for block in np.array_split(of, max(1, len(of) * len(among) >> 24)):
        away = (block[:, None, 0] - among[None, :, 0]) ** 2 + ((block[:, None, 1] - among[None, :, 1]) * squeeze) ** 2
        # Copied, or every block is kept whole.
        found.append(np.argsort(away, axis=1)[:, :count].copy())
    return np.concatenate(found)


def places(chance, units, sellers):
    """Five units in six live around a town, the rest anywhere; the n-th town has about 1/n of the first one's customers."""
    towns = max(8, int(4 * sellers**0.5))
    centres = chance.uniform((SOUTH + 0.4, WEST + 0.4), (NORTH - 0.4, EAST - 0.4), (towns, 2))
    size = 1.0 / np.arange(1, towns + 1) ** 0.9
    town = chance.choice(towns, units, p=size / size.sum())
    width = 0.05 + 0.5 * np.sqrt(size[town] / size.sum())
    around = centres[town] + chance.normal(size=(units, 2)) * width[:, None] * (1.0, 1.4)
    anywhere = chance.uniform((SOUTH, WEST), (NORTH, EAST), (units, 2))
    chosen = np.where(chance.random(units)[:, None] < 1 / 6, anywhere, around)
    return np.clip(chosen, (SOUTH, WEST), (NORTH, EAST))


def book(chance, count, sellers):
    """The units: where they are, what they are worth, what work they are."""
    segment = chance.choice(3, count, p=SHARES)
    potential = np.clip(np.exp(chance.normal(np.log(POTENTIAL[segment]), SPREAD[segment])), 500, 5e6).round()
    visits = chance.poisson(VISITS[segment]) + 1
    return SimpleNamespace(
        at=places(chance, count, sellers), segment=segment, potential=potential, visits=visits,
        arr=potential * chance.beta(2, 3, count), hours=HOURS[segment] * np.exp(chance.normal(0, 0.35, count)) + visits,
        remote=chance.random(count) < np.array([0.0, 0.15, 0.55])[segment],
    )


def team(chance, units, sellers):
    """The sellers, those in the field first, living where the work is."""
    chosen = chance.choice(len(units.hours), sellers, replace=False, p=units.hours / units.hours.sum())
    return SimpleNamespace(
        field=sellers - max(1, sellers // 7), homes=units.at[chosen] + chance.normal(0, 0.09, (sellers, 2)),
        part=np.where(chance.random(sellers) < 0.8, 1.0, chance.choice([0.6, 0.8], sellers)),
    )


def present(chance, units, staff):
    """Who owns what today: somebody near, mostly; some odd, some inside, some nobody."""
    count, sellers = len(units.hours), len(staff.part)
    close = nearest(units.at, staff.homes[:staff.field], min(6, staff.field))
    owner = close[np.arange(count), np.minimum(chance.geometric(0.5, count) - 1, close.shape[1] - 1)]
    odd = chance.random(count) < 0.08
    owner[odd] = chance.integers(0, staff.field, odd.sum())
    served = units.remote & (chance.random(count) < 0.35)
    owner[served] = chance.integers(staff.field, sellers, served.sum())
    owner[chance.random(count) < 1 / 7] = -1
    relationship = np.where(owner >= 0, chance.beta(2, 2, count), 0.0)
    locked = (owner >= 0) & (chance.random(count) < np.array([0.08, 0.03, 0.03])[units.segment])
    return SimpleNamespace(owner=owner, relationship=relationship, locked=locked)


def hunting(chance, units, staff, owner):
    """The hunters, what they will bring, and which units they bring already."""
    count = max(2, int(0.6 * staff.field))
    chosen = chance.choice(len(owner), count, replace=False, p=units.potential / units.potential.sum())
    bases = units.at[chosen] + chance.normal(0, 0.06, (count, 2))
    brought, free = np.full(len(owner), -1), np.flatnonzero(owner < 0)
    for hunter, near in enumerate(nearest(bases, units.at[free], min(30, len(free)))):
        open_yet = [unit for unit in free[near] if brought[unit] < 0]
        brought[open_yet[: chance.integers(2, 9)]] = hunter
    close = nearest(bases, staff.homes[:staff.field], min(4, staff.field))
    partner = close[np.arange(count), chance.integers(0, close.shape[1], count)]
    partner[chance.random(count) < 0.3] = -1
    return SimpleNamespace(
        bases=bases, brought=brought, partner=partner, hours=chance.uniform(80, 350, count).round(1),
        relationship=np.where(partner >= 0, chance.random(count), 0.0), locked=(partner >= 0) & (chance.random(count) < 0.05),
    )


def targets(chance, units, staff, hunters):
    """Scales the hours to what the people can work, and gives everybody a target of hours and of potential."""
    capacity, field = YEAR_HOURS * staff.part, staff.field
    units.hours = np.maximum(0.5, (units.hours * (capacity.sum() - hunters.hours.sum()) / units.hours.sum()).round(1))
    hours = capacity * (units.hours.sum() + hunters.hours.sum()) / capacity.sum()
    a_person = units.potential.sum() / (field + 0.3 * (len(capacity) - field))
    hunters.potential = (hunters.hours / YEAR_HOURS * a_person * chance.uniform(0.7, 1.3, len(hunters.hours))).round()
    # What can be served from inside, as far as those inside have hours for it, is their target; the rest is the field's.
    ripe = units.potential[units.remote].sum() * min(1.0, hours[field:].sum() / units.hours[units.remote].sum())
    left = units.potential.sum() + hunters.potential.sum() - ripe
    shares = [part / part.sum() * whole for part, whole in ((staff.part[:field], left), (staff.part[field:], ripe))]
    return hours, np.concatenate(shares)


def make(count, sellers, seed):
    """The rows of the three files."""
    chance = np.random.default_rng(seed)
    units = book(chance, count, sellers)
    staff = team(chance, units, sellers)
    now = present(chance, units, staff)
    hunters = hunting(chance, units, staff, now.owner)
    target_hours, target_potential = targets(chance, units, staff, hunters)
    accounts = [
        f"{n},{units.at[n][0]:.5f},{units.at[n][1]:.5f},{SEGMENTS[units.segment[n]]},{int(units.remote[n])},{units.visits[n]},"
        f"{units.hours[n]:.1f},{units.arr[n]:.0f},{units.potential[n]:.0f},{now.owner[n]},{now.relationship[n]:.3f},"
        f"{int(now.locked[n])},{hunters.brought[n]}"
        for n in range(count)
    ]
    reps = [
        f"{n},{'field' if n < staff.field else 'inside'},{staff.homes[n][0]:.5f},{staff.homes[n][1]:.5f},{target_hours[n]:.1f},"
        f"{target_potential[n]:.0f}"
        for n in range(sellers)
    ]
    rows = [
        f"{n},{hunters.bases[n][0]:.5f},{hunters.bases[n][1]:.5f},{hunters.hours[n]},{hunters.potential[n]:.0f},{hunters.partner[n]},"
        f"{hunters.relationship[n]:.3f},{int(hunters.locked[n])}"
        for n in range(len(hunters.hours))
    ]
    return accounts, reps, rows


def main():
    units, sellers, seed = map(int, sys.argv[1:4])
    folder = Path(sys.argv[4])
    folder.mkdir(parents=True, exist_ok=True)
    accounts, reps, hunters = make(units, sellers, seed)
    head = {
        "accounts.csv": ("account,lat,lon,segment,remote,visits,workload_h,arr,potential,owner,relationship,locked,hunter", accounts),
        "reps.csv": ("rep,role,lat,lon,target_h,target_potential", reps),
        "hunters.csv": ("hunter,lat,lon,new_workload_h,new_potential,partner,relationship,locked", hunters),
    }
    for name, (columns, rows) in head.items():
        (folder / name).write_text("\n".join([columns, *rows]) + "\n")
    numbers = {"accounts": units, "reps": sellers, "hunters": len(hunters)}
    (folder / "params.json").write_text(json.dumps({**CONSTANTS, **numbers}, indent=1))


if __name__ == "__main__":
    main()
