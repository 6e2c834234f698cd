/// Projects on disk: a folder with `topology.json`, `scripts/`, `files/` and `lesson.md`, or the
/// same in one `.netarium` file.
///
/// Start with [netarium.topologies.project.Projects]: `open` gives a
/// [netarium.topologies.project.Project] or the reasons why not, `save` and `exportBundle` write
/// one; [netarium.topologies.project.Recordings] does the same for recordings of runs. Opening runs
/// nothing and writes nothing; saving replaces a file whole or not at all.
/// [netarium.topologies.project.Overrides] changes settings for one run. Imports all other packages
/// of the module.
@NullMarked
package netarium.topologies.project;

import org.jspecify.annotations.NullMarked;
