/// Fuzzers: seeded drivers that feed hostile text and values to lexer, parser, `load`, the
/// libraries, patterns and formats. [Fuzz] is the program to run for minutes; [FuzzTest] runs a few
/// seconds of each on every build.
@NullMarked
package netarium.engine.fuzz;

import org.jspecify.annotations.NullMarked;
