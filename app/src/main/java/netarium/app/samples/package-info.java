/// The projects that come with the program: see [BundledSamples]. For the command line and the
/// window alike.
@NullMarked
package netarium.app.samples;

import org.jspecify.annotations.NullMarked;
