package netarium.engine.trace;

import netarium.engine.sim.SimTime;

/// What every event has: its place in the order, its instant, the index of its node in the topology
/// (-1: of none) and the ordinal of the event that led to it (-1: the start of the run).
public record Stamp(long ordinal, SimTime at, int node, long cause) {}
