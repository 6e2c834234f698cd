package netarium.engine.syntax;

import org.jspecify.annotations.Nullable;

/// A block being parsed: what was there when it began.
record BlockScope(
    @Nullable BlockScope outer, boolean isLoop, int active, int firstLabel, int firstGoto) {}
