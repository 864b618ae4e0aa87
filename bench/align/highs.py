"""The alignment as a mixed-integer programme for HiGHS, one thread: each unit may go to the nearest sellers in the field, to its owner and to a few inside.

    python bench/align/highs.py FOLDER SECONDS SOLUTION.csv         (needs numpy and highspy)

A hunter and the units that they bring are one item. Columns: an item and a seller; per seller the hours and the potential above and below the band.
Prints a JSON line: seconds of processor time, the objective by HiGHS, its bound and its status.
"""
import csv
import json
import sys
import time
from pathlib import Path

import highspy
import numpy as np

FIELD_NEAR, INSIDE_NEAR, PAIR_NEAR = 20, 4, 40


def table(path):
    with open(path) as rows:
        return list(csv.DictReader(rows))


class Team:
    """The four files as arrays."""

    def __init__(self, folder):
        units, sellers, hunters = (table(folder / f"{name}.csv") for name in ("accounts", "reps", "hunters"))
        self.rules = json.loads((folder / "params.json").read_text())
        of = lambda rows, name, kind=float: np.array([kind(row[name]) for row in rows])
        self.at, self.homes, self.bases = (
            np.column_stack([of(rows, "lat"), of(rows, "lon")]).reshape(-1, 2) for rows in (units, sellers, hunters)
        )
        self.enterprise = np.array([row["segment"] == "ENT" for row in units])
        self.remote, self.visits, self.hours, self.arr, self.potential = (
            of(units, name) for name in ("remote", "visits", "workload_h", "arr", "potential")
        )
        self.owner, self.locked, self.hunter = (of(units, name, int) for name in ("owner", "locked", "hunter"))
        self.relationship = of(units, "relationship")
        self.inside = np.array([row["role"] == "inside" for row in sellers])
        self.target_hours, self.target_potential = of(sellers, "target_h"), of(sellers, "target_potential")
        self.new_hours, self.new_potential = of(hunters, "new_workload_h"), of(hunters, "new_potential")
        self.partner, self.pair_locked = of(hunters, "partner", int), of(hunters, "locked", int)
        self.pair = of(hunters, "relationship")

    def km(self, a, b):
        (lat_a, lon_a), (lat_b, lon_b) = np.radians(a).T, np.radians(b).T
        half = np.sin((lat_b - lat_a) / 2) ** 2 + np.cos(lat_a) * np.cos(lat_b) * np.sin((lon_b - lon_a) / 2) ** 2
        return 2 * self.rules["earth_km"] * np.arcsin(np.sqrt(half))

    def unit_costs(self, unit, seller):
        """Dollars a year of each unit at each seller; infinite where that may not be."""
        rules, inside = self.rules, self.inside[seller]
        travel = rules["km_cost"] * 2 * self.visits[unit] * self.km(self.at[unit], self.homes[seller])
        field = travel + rules["field_premium"] * self.hours[unit] * self.remote[unit]
        zone = rules["inside_tz_cost"] * self.hours[unit] * abs(self.at[unit, 1] - self.homes[seller, 1]) / 15
        lost = (rules["inside_nonremote_frac"] * self.potential[unit] + rules["inside_nonremote_fix"]) * (1 - self.remote[unit])
        parted = (self.owner[unit] >= 0) & (self.owner[unit] != seller)
        risk = self.relationship[unit] * (rules["disrupt_frac"] * self.arr[unit] + rules["disrupt_fix"])
        cost = np.where(inside, zone + lost, field) + parted * risk
        barred = (inside & self.enterprise[unit]) | (parted & (self.locked[unit] == 1))
        return np.where(barred, np.inf, cost)

    def pair_costs(self, hunter, seller):
        meetings = self.rules["hunter_meetings"] * 2 * self.rules["km_cost"] * self.km(self.bases[hunter], self.homes[seller])
        parted = (self.partner[hunter] >= 0) & (self.partner[hunter] != seller)
        cost = meetings + parted * self.rules["hunter_disrupt"] * self.pair[hunter]
        return np.where(self.inside[seller] | (parted & (self.pair_locked[hunter] == 1)), np.inf, cost)

    def near(self, of, among, count):
        """Pairs (index in `of`, index in `among`) of the nearest few."""
        count, rows, found = min(count, len(among)), np.arange(len(of)), []
        for block in np.array_split(rows, max(1, len(of) // 1000)):
            away = self.km(np.repeat(of[block], len(among), 0), np.tile(among, (len(block), 1))).reshape(len(block), -1)
            found.append(np.argpartition(away, count - 1, axis=1)[:, :count])
        return np.repeat(rows, count), np.concatenate(found).ravel()

    def columns(self):
        """Items, sellers and costs of the columns that are worth having; items are the units of no hunter, then the hunters."""
        field, inside = np.flatnonzero(~self.inside), np.flatnonzero(self.inside)
        unit, near = self.near(self.at, self.homes[field], FIELD_NEAR)
        owned = np.flatnonzero(self.owner >= 0)
        served, within = self.near(self.at * (0, 1), self.homes[inside] * (0, 1), INSIDE_NEAR)
        pairs = np.unique(np.column_stack([
            np.concatenate([unit, owned, served]), np.concatenate([field[near], self.owner[owned], inside[within]]),
        ]), axis=0)
        unit, seller = pairs[self.hunter[pairs[:, 0]] < 0].T
        free = np.flatnonzero(self.hunter < 0)
        place = np.zeros(len(self.hours), int)
        place[free] = np.arange(len(free))
        hunter, partner = self.near(self.bases, self.homes[field], PAIR_NEAR)
        kept = np.flatnonzero(self.partner >= 0)
        pairs = np.unique(np.column_stack([
            np.concatenate([hunter, kept]), np.concatenate([field[partner], self.partner[kept]]),
        ]), axis=0)
        hunter, partner = pairs.T
        cost = self.pair_costs(hunter, partner)
        for brought in np.flatnonzero(self.hunter >= 0):
            of = np.flatnonzero(hunter == self.hunter[brought])
            cost[of] += self.unit_costs(np.full(len(of), brought), partner[of])
        item = np.concatenate([place[unit], len(free) + hunter])
        seller = np.concatenate([seller, partner])
        cost = np.concatenate([self.unit_costs(unit, np.concatenate([seller[: len(unit)]])), cost])
        may = np.isfinite(cost)
        return free, item[may], seller[may], cost[may]

    def sizes(self, free):
        """Hours and potential of every item."""
        of = self.hunter >= 0
        sums = lambda values: np.bincount(self.hunter[of], values[of], len(self.new_hours))
        return (
            np.concatenate([self.hours[free], self.new_hours + sums(self.hours)]),
            np.concatenate([self.potential[free], self.new_potential + sums(self.potential)]),
        )


def programme(team, free, item, seller, cost, seconds):
    hours, potential = team.sizes(free)
    items, sellers, pairs = len(hours), len(team.inside), len(item)
    rules, inf = team.rules, highspy.kHighsInf
    # Potential in hundreds, so that the rows are of like size.
    wanted_h, wanted_p = team.target_hours, team.target_potential / 100
    rows = np.column_stack([item, items + seller, items + sellers + seller])
    values = np.column_stack([np.ones(pairs), hours[item], potential[item] / 100])
    outside = np.concatenate([items + np.arange(sellers)] * 2 + [items + sellers + np.arange(sellers)] * 2)
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = pairs + 4 * sellers, items + 2 * sellers
    lp.col_cost_ = np.concatenate([cost, np.full(2 * sellers, rules["pen_w"]), np.full(2 * sellers, rules["pen_p"] * 100)])
    lp.col_lower_, lp.col_upper_ = np.zeros(lp.num_col_), np.concatenate([np.ones(pairs), np.full(4 * sellers, inf)])
    band = lambda sign: np.concatenate([np.ones(items), (1 + sign * rules["tol_w"]) * wanted_h, (1 + sign * rules["tol_p"]) * wanted_p])
    lp.row_lower_, lp.row_upper_ = band(-1), band(1)
    lp.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    lp.a_matrix_.start_ = np.concatenate([np.arange(0, 3 * pairs, 3), 3 * pairs + np.arange(4 * sellers + 1)])
    lp.a_matrix_.index_ = np.concatenate([rows.ravel(), outside])
    more_less = np.concatenate([np.full(sellers, -1.0), np.full(sellers, 1.0)] * 2)
    lp.a_matrix_.value_ = np.concatenate([values.ravel(), more_less])
    kinds = highspy.HighsVarType
    lp.integrality_ = [kinds.kInteger] * pairs + [kinds.kContinuous] * (4 * sellers)
    solver = highspy.Highs()
    for name, value in (("output_flag", False), ("threads", 1), ("time_limit", float(seconds))):
        solver.setOptionValue(name, value)
    solver.passModel(lp)
    return solver


def main():
    team = Team(Path(sys.argv[1]))
    free, item, seller, cost = team.columns()
    solver = programme(team, free, item, seller, cost, sys.argv[2])
    solver.run()
    info = solver.getInfo()
    told = {"seconds_cpu": round(time.process_time(), 1), "bound": info.mip_dual_bound, "status": str(solver.getModelStatus())}
    if info.primal_solution_status == 2:
        taken = np.flatnonzero(np.array(solver.getSolution().col_value)[: len(item)] > 0.5)
        of = np.zeros(len(free) + len(team.new_hours), int)
        of[item[taken]] = seller[taken]
        units = np.zeros(len(team.hours), int)
        units[free] = of[: len(free)]
        pairs = of[len(free):]
        brought = team.hunter >= 0
        units[brought] = pairs[team.hunter[brought]]
        lines = [f"account,{n},{rep}" for n, rep in enumerate(units)] + [f"hunter,{n},{rep}" for n, rep in enumerate(pairs)]
        Path(sys.argv[3]).write_text("\n".join(["kind,id,rep", *lines]) + "\n")
        told["objective"] = info.objective_function_value
    print(json.dumps(told))


if __name__ == "__main__":
    main()
