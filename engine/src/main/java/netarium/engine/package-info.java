/// The deterministic simulator. Its packages are the layer diagram: reading `vm → socket → tcp → ip
/// → link → wire` is following a packet; `sim` is the clock under all of them, `trace` what they
/// all write, `run` the door for those who start a simulation.
@NullMarked
package netarium.engine;

import org.jspecify.annotations.NullMarked;
