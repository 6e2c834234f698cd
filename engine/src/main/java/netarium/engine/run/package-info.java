/// The door to the engine: a project in, a run out.
///
/// [Simulation] is the façade; [BuildSimulation] turns a topology into nodes and links; [Stimuli]
/// are what somebody outside does to a run, [Recording] keeps project, seed and stimuli, and
/// [RunResult] is the line that tells two runs apart. `run.pace` keeps a run at the speed of a
/// clock on the wall. May use: everything but `drill` and `bridge`.
@NullMarked
package netarium.engine.run;

import org.jspecify.annotations.NullMarked;
