/// The window and what holds its tools together. [FrameBridge] drives them.
@NullMarked
package netarium.app.workbench;

import org.jspecify.annotations.NullMarked;
