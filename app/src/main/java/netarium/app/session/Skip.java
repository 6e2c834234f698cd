package netarium.app.session;

/// Idle time that was passed over at once, because nothing was to be seen in it.
public record Skip(long fromNanos, long toNanos) {}
