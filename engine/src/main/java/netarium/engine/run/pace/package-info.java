/// Keeping a run at the speed of the clock on the wall: with `run.mailbox` and `bridge` the only
/// engine code that looks at it. Nothing here changes what happens in a run, only when a person
/// sees it.
@NullMarked
package netarium.engine.run.pace;

import org.jspecify.annotations.NullMarked;
