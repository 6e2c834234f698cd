/// `love`: the main loop of a game at 60 frames in a second of simulated time, its keyboard, its
/// mouse, and what it draws on its machine's screen.
///
/// The functions and callbacks are those of LÖVE 11, as far as a network needs a game. When the
/// main chunk of a program has ended and it has defined callbacks, [MainLoop] goes on with them
/// until `love.event.quit`, an error, or the end of the run. [Canvas] collects what `love.draw`
/// draws; a frame that differs from the one before becomes an event. What the rest of LÖVE offers
/// is [Missing]: a call of it says so by name.
///
/// Read in this order: [LoveLibrary], [MainLoop], [LoveState], [Canvas], [LoveGraphics]. May use:
/// `vm`, `lua`, `screen`.
@NullMarked
package netarium.engine.vm.love;

import org.jspecify.annotations.NullMarked;
