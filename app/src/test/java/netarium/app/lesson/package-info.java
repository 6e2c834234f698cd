/// Tests of the lesson.
@org.jspecify.annotations.NullMarked
package netarium.app.lesson;
