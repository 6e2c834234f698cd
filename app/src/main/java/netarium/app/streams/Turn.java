package netarium.app.streams;

import netarium.engine.wire.Octets;

/// What one side says before the other says something. `side` is 0 for the side that opened the
/// connection; `nanos` and `ordinal` tell when its first octet was sent.
record Turn(int side, Octets octets, long nanos, long ordinal) {}
