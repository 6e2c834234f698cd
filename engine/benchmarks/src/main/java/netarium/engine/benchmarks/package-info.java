/// How fast the engine is: JMH benchmarks, and the same work beside a program of somebody else.
///
/// A benchmark answers the question its page asks; a figure is quoted only with its command line.
/// [Comparison] runs both sides in turn and prints the ratio of their medians, because only ratios
/// taken in the same minutes mean anything.
@NullMarked
package netarium.engine.benchmarks;

import org.jspecify.annotations.NullMarked;
