/// A bench for scenarios: hosts, routers, switches and links on one clock, and the trace as lines
/// of text. Only for tests.
@NullMarked
package netarium.engine.lab;

import org.jspecify.annotations.NullMarked;
