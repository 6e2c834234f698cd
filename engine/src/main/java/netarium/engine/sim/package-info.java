/// The clock: simulated time, the queue of what is still to happen, and seeded randomness.
///
/// Read in this order: [SimTime], [Simulator], [Timer], [EventQueue], [RandomStreams]. Uses
/// nothing; everything else uses it.
@NullMarked
package netarium.engine.sim;

import org.jspecify.annotations.NullMarked;
