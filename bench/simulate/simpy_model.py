"""The one-role model of `tandem simulate` at its defaults as events in SimPy: decisions and renewals are timeouts, the team's week is a
process. Written as a peer for speed, with the same chance and so the same numbers. Prints one line a seed: seconds, ARR, won, lost.

    python bench/simulate/simpy_model.py 1 2 3        (needs SimPy 4)
"""
import math
import sys
import time

import simpy

MASK = (1 << 64) - 1
GOLD = 0x9E3779B97F4A7C15
# A week is ten ticks; its parts come in this order.
PEOPLE, DECIDE, FIND, RENEW, COUNT, WEEK = 0, 2, 4, 6, 8, 10
WEEKS, SEATS, ACCOUNTS, CUSTOMERS, UNITS = 156, 12, (2000, 1000, 300), (60, 42, 10), (1, 2, 4)


def mix(z):
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
    return z ^ (z >> 31)


def combine(h, v):
    return mix(h ^ ((v + GOLD + (h << 6) + (h >> 2)) & MASK))


def deviate(u):
    u = min(max(u, 0.005), 0.995)
    return math.log(u / (1 - u)) / 1.813799364234218


class Unit:
    def __init__(self, sim, x, s, owner, information):
        u = min(max(sim.u(2, x), 0.02), 0.98)
        self.x, self.owner, self.potential = x, owner, (40e3, 90e3, 180e3)[s] * math.exp(0.45 * math.log(u / (1 - u)))
        self.arr, self.since, self.R, self.Q, self.C, self.info = 0.0, -10**6, 0.0, 0.0, 1.0, information
        self.incidents, self.expansions = sim.prefix(20, x), sim.prefix(40, x)


class Customer:
    def __init__(self, sim, i, s, signed, owner, information):
        self.i, self.s, self.signed = i, s, signed
        self.travel = 0.60 if sim.u(1, i) < 0.25 else 0.15
        first = sim.first_unit(i, s)
        self.units = [Unit(sim, x, s, owner, information) for x in range(first, first + UNITS[s])]

    def mean(self, value):
        arr = sum(u.arr for u in self.units)
        return sum(u.arr * value(u) for u in self.units) / (arr or 1.0)


class Simulation:
    def __init__(self, seed):
        self.base = mix((seed + GOLD) & MASK)
        self.env = simpy.Environment()
        self.bounds = [0, 2000, 3000, 3300]
        self.segment = [s for s in range(3) for _ in range(ACCOUNTS[s])]
        self.hunted = [self.prefix(10, i) for i in range(3300)]
        self.prospect, self.customers = [True] * 3300, {}
        self.won = self.lost = 0
        self.skill = [[deviate(self.u(60, j * 1000)), deviate(self.u(61, j * 1000))] for j in range(SEATS)]
        self.hires, self.started, self.vacancy = [0] * SEATS, [-10**6] * SEATS, [0] * SEATS
        for k, (s, n) in enumerate((s, n) for s in range(3) for n in range(CUSTOMERS[s])):
            self.old_customer(self.bounds[s] + n, s, k % SEATS)
        self.env.process(self.team())
        self.env.run(until=WEEKS * WEEK)

    def prefix(self, stream, entity):
        return combine(combine(self.base, stream), entity)

    def u(self, stream, entity, week=0):
        return self.at(self.prefix(stream, entity), week)

    @staticmethod
    def at(prefix, week):
        return (combine(prefix, week) >> 11) / 9007199254740992.0

    def first_unit(self, i, s):
        return (0, 2000, 4000)[s] + (i - self.bounds[s]) * UNITS[s]

    def old_customer(self, i, s, seat):
        age = int(self.u(4, i) * 104)
        customer = Customer(self, i, s, -age, seat, 0.60 - 0.40 * math.exp(-age / 13))
        for b, unit in enumerate(customer.units):
            if b == 0 or self.u(6, unit.x) < 0.30:
                low, high = (0.20, 0.60) if b == 0 else (0.15, 0.45)
                unit.arr = unit.potential * (low + (high - low) * self.u(5, unit.x))
                unit.since, unit.R, unit.Q = -age, 0.60, 1 - math.exp(-age / 78)
        self.customers[i], self.prospect[i] = customer, False
        self.env.process(self.contract(customer, int(self.u(7, i) * 52) * WEEK + RENEW))

    def contract(self, customer, first):
        """Renews every 52 weeks until the customer leaves."""
        yield self.env.timeout(first)
        while self.renews(customer, self.env.now // WEEK):
            yield self.env.timeout(52 * WEEK)

    def renews(self, c, t):
        p0, R = (0.16, 0.10, 0.05)[c.s], c.mean(lambda u: u.R)
        odds = math.log(p0 / (1 - p0)) + 4.5 * (0.60 - R) + 2.0 * (1 - c.mean(lambda u: u.C))
        if self.u(30, c.i, t) < 1 / (1 + math.exp(-odds)):
            del self.customers[c.i]
            self.lost += 1
            return False
        contracts = min(1.0, max(0.0, 0.07 * (1 + 2 * (0.60 - R))))
        for unit in c.units:
            if unit.arr > 0:
                if self.u(31, unit.x, t) < contracts:
                    unit.arr -= 0.25 * unit.arr
                else:
                    unit.arr += min(0.02 * unit.arr, max(0.0, unit.potential - unit.arr))
        return True

    def opportunity(self, i, seat):
        """Is decided after the cycle; a lost one is a prospect again after 26 weeks."""
        s = self.segment[i]
        yield self.env.timeout((6, 12, 26)[s] * WEEK + DECIDE - FIND)
        t = self.env.now // WEEK
        if self.u(11, i, t) >= (0.25, 0.22, 0.18)[s]:
            yield self.env.timeout(26 * WEEK)
            self.prospect[i] = True
            return
        customer = Customer(self, i, s, t, seat, 0.20)
        unit = customer.units[0]
        unit.arr, unit.since, unit.R = unit.potential * (0.25 + 0.20 * self.u(3, unit.x)), t, 0.50
        self.customers[i] = customer
        self.won += 1
        yield from self.contract(customer, 52 * WEEK + RENEW - DECIDE)

    def team(self):
        for t in range(WEEKS):
            self.people(t)
            present = sorted(self.customers.values(), key=lambda c: c.i)
            self.demand(t, present)
            yield self.env.timeout(FIND - PEOPLE)
            self.find(t)
            self.expand(t, present)
            self.relate(present)
            yield self.env.timeout(WEEK + PEOPLE - FIND)

    def people(self, t):
        leaving = 1 - 0.8 ** (1 / 52)
        for j in range(SEATS):
            if self.vacancy[j]:
                self.vacancy[j] -= 1
                if not self.vacancy[j]:
                    self.hires[j] += 1
                    self.started[j], self.skill[j] = t, self.applicant(j)
            elif self.u(50, j, t) < leaving:
                self.vacancy[j] = 6
                for c in self.customers.values():
                    for unit in c.units:
                        if unit.owner == j and unit.arr > 0:
                            early = 1 + 0.5 * math.exp(-(t - c.signed) / 8)
                            unit.R *= 1 - min(0.95, 0.75 * (1 - 0.5 * unit.info) * (1 + 0.3 * unit.Q) * early)
                            unit.Q = 0.0

    def applicant(self, j):
        best = None
        for c in range(3):
            d = j * 1000 + self.hires[j] * 10 + c
            z = [deviate(self.u(stream, d)) for stream in (60, 61, 62, 63)]
            score = sum(0.3 * z[n] + math.sqrt(0.91) * z[n + 2] for n in (0, 1))
            if best is None or score > best[0]:
                best = (score, z[:2])
        return best[1]

    def demand(self, t, present):
        urgent, routine, friendly, open_ = ([0.0] * SEATS for _ in range(4))
        for c in present:
            multiple, settled, s = 1 + c.travel, t - c.signed >= 6, c.s
            for unit in c.units:
                unit.active, j = unit.arr > 0, unit.owner
                if unit.active:
                    unit.urgent = (2.5, 3.5, 5.0)[s] if self.at(unit.incidents, t) < (0.04, 0.06, 0.08)[s] else 0.0
                    if unit.since >= 0 and t - unit.since < 6:
                        unit.urgent += (1.0, 2.0, 3.0)[s]
                    unit.routine = (0.15, 0.30, 0.45)[s]
                    urgent[j] += unit.urgent * multiple
                    routine[j] += unit.routine * multiple
                    friendly[j] += 0.45 * multiple if unit.R >= 0.55 else 0.0
                unit.open = settled and unit.potential - unit.arr > 0.05 * unit.potential
                open_[j] += multiple if unit.open else 0.0
        self.cover, self.effort, self.per_unit, self.ramp = [], [], [], []
        for j in range(SEATS):
            here = not self.vacancy[j]
            available = 28.0 if here else 0.0
            protected = 0.2 * 0.5 * available
            left, spent = available - protected, []
            for asked in (urgent[j], friendly[j] * 0.8, routine[j], 0.2 * open_[j]):
                spent.append(min(asked, left))
                left -= spent[-1]
            hunting = protected + left
            share = lambda done, asked: (done / asked if asked > 0 else 1.0) if here else 0.5
            self.cover.append((share(spent[0], urgent[j]), share(spent[2], routine[j])))
            self.per_unit.append(spent[3] / open_[j] if open_[j] > 0 else 0.0)
            self.ramp.append(min(1.0, max(0.3, 0.3 + 0.7 * (t - self.started[j]) / 22)))
            busy = (available - hunting) / available if available else 0.0
            self.effort.append(hunting * self.talent(j, 0) * self.ramp[j] * (1 - 0.2 * busy) / (1 + 0.2625))

    def talent(self, j, which):
        return min(1.8, max(0.4, 1 + 0.25 * self.skill[j][which]))

    def find(self, t):
        weights, effort = (0.5, 1.0, 1.5), sum(self.effort)
        counts = [sum(self.prospect[self.bounds[s]:self.bounds[s + 1]]) for s in range(3)]
        attention = sum(n * w for n, w in zip(counts, weights))
        if effort <= 0 or attention <= 0:
            return
        for s in range(3):
            hours = effort * weights[s] / attention
            chance = 0.011 * hours / (0.08 + hours)
            for i in range(self.bounds[s], self.bounds[s + 1]):
                if self.prospect[i] and self.at(self.hunted[i], t) < chance:
                    self.prospect[i] = False
                    self.env.process(self.opportunity(i, self.finder(i, t, effort)))

    def finder(self, i, t, effort):
        point, reached = self.u(12, i, t) * effort, 0.0
        for j in range(SEATS):
            reached += self.effort[j]
            if reached > point:
                return j
        return SEATS - 1

    def expand(self, t, present):
        for c in present:
            grown = []
            for unit in c.units:
                y = self.per_unit[unit.owner]
                if unit.open and y > 0:
                    j, weight = unit.owner, 0.8 if unit.arr / unit.potential < 0.40 else 0.1
                    skill = self.talent(j, 0) ** weight * self.talent(j, 1) ** (1 - weight) * self.ramp[j]
                    R = c.mean(lambda u: u.R)
                    hazard = (0.007 if unit.arr <= 0 else 0.012) * skill * (0.4 + R) * y / (0.30 + y)
                    if self.at(unit.expansions, t) < 1 - math.exp(-hazard):
                        grown.append((unit, R))
            for unit, R in grown:
                size = self.u(41, unit.x, t)
                if unit.arr <= 0:
                    unit.arr, unit.since = unit.potential * (0.25 + 0.20 * size), t
                    unit.R, unit.Q, unit.C = R, 0.0, 1.0
                else:
                    unit.arr += (unit.potential - unit.arr) * (0.10 + 0.20 * size)

    def relate(self, present):
        for c in present:
            for unit in c.units:
                if unit.active:
                    urgent, routine = self.cover[unit.owner]
                    cover = (unit.urgent * urgent + unit.routine * routine) / (unit.urgent + unit.routine)
                    drawn_to = min(1.0, max(0.0, 0.72 * cover * self.talent(unit.owner, 1)))
                    unit.R += 0.02 * (drawn_to - unit.R)
                    unit.C += (cover - unit.C) / 26
                    unit.Q += (1 - unit.Q) / 78
                unit.info += (0.60 - unit.info) / 13

    def arr(self):
        return sum(unit.arr for c in self.customers.values() for unit in c.units)


if __name__ == "__main__":
    for seed in map(int, sys.argv[1:]):
        begun = time.perf_counter()
        done = Simulation(seed)
        print(f"{time.perf_counter() - begun:.6f} {done.arr():.2f} {done.won} {done.lost}", flush=True)
