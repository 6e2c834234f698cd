package netarium.engine.service;

import java.util.random.RandomGenerator;
import netarium.engine.sim.Simulator;
import netarium.engine.trace.EventRecorder;

/// What a [WebSocket] needs of its machine: the clock, the trace and the machine's place in it, a
/// stream of random numbers for keys and masks, and how long a message may be.
public record WebSocketSettings(
    Simulator simulator,
    EventRecorder recorder,
    int node,
    RandomGenerator random,
    int maxMessageOctets) {}
