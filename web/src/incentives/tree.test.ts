import { describe, expect, test } from "vitest";
import { freeId, number, others, othersOf, percent, percentText, replaced, set, way, withWay } from "./tree";

describe("a plan as JSON", () => {
  test("percentages are read with their sign and written so", () => {
    expect([percent("12.5 %"), percent("0%"), percent("10"), percent(undefined)]).toEqual([12.5, 0, "", ""]);
    expect([percentText(12.5), percentText("")]).toEqual(["12.5 %", ""]);
    expect([number("3"), number(0), number("")]).toEqual([3, 0, undefined]);
  });

  test("a component pays in exactly one way", () => {
    const component = { id: "a", rate: "5 %", on: ["new"] };
    const next = withWay(component, "tiers");
    expect(way(component)).toBe("rate");
    expect(way(next)).toBe("tiers");
    expect(next).not.toHaveProperty("rate");
    expect(next["on"]).toEqual(["new"]);
  });

  test("what the form does not know stays", () => {
    const plan = { name: "x", for: { roles: ["hunter"] }, caps: [1], notes: "kept" };
    expect(others(plan)).toEqual(["notes"]);
    expect(set(set(plan, "name", "y"), "version", "2")).toEqual({ ...plan, name: "y", version: "2" });
    expect(set(plan, "caps", undefined)).toEqual({ name: "x", for: { roles: ["hunter"] }, notes: "kept" });
  });

  test("what the card of a component does not show is named", () => {
    expect(othersOf({ id: "a", rate: "5 %", cap: { amount: 1 }, quota: { amount: 1, per: "year", ramp: ["50 %"] } })).toEqual(["cap", "quota: ramp"]);
    expect(othersOf({ id: "a", on: ["new"], contract_months: 36 })).toEqual([]);
  });

  test("lists change at one place, and new names are free", () => {
    expect(replaced(["a", "b"], 0, "c")).toEqual(["c", "b"]);
    expect(replaced(["a", "b"], 0, undefined)).toEqual(["b"]);
    expect(freeId([{ id: "component-2" }], "component")).toBe("component-3");
  });
});
