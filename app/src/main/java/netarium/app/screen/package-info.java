/// The screens of machines: what their programs draw, at the playhead, and the keys and the mouse
/// of whoever plays.
///
/// [Screens] is the model: an [EventReader][netarium.app.session.EventReader] that keeps the frames
/// of each machine. [ScreenView] shows one of them; [ScreenPane] draws it and turns what is done on
/// it into stimuli, which [ScreenKeys] names.
@NullMarked
package netarium.app.screen;

import org.jspecify.annotations.NullMarked;
