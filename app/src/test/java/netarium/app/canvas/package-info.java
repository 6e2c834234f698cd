/// Tests of the canvas, and programs run by hand that show it: pictures and frame times.
@NullMarked
package netarium.app.canvas;

import org.jspecify.annotations.NullMarked;
