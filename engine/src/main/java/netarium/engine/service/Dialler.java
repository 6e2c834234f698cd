package netarium.engine.service;

import netarium.engine.sim.Simulator;
import netarium.engine.socket.SocketLayer;

/// What [Dial] needs of a machine: its sockets, its clock, its names, and on whose behalf it acts.
public record Dialler(SocketLayer sockets, Simulator simulator, NameLookup names, int process) {}
