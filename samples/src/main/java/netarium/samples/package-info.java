/// The bundled projects. There is no code here: each sample is a folder of resources with its
/// topology, its scripts and its lesson.
@NullMarked
package netarium.samples;

import org.jspecify.annotations.NullMarked;
