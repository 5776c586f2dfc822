package bench;

import java.util.List;
import java.util.stream.IntStream;

/** The rates that an SMSC grants, one step after the other. */
record Grants(List<Step> steps) {
    /** So many submit_sm a second, for so many seconds. */
    record Step(int perSecond, int seconds) {
        static Step parse(String text) {
            if (!text.matches("\\d{1,6}x\\d{1,6}")) {
                throw new IllegalArgumentException("a grant has the form 200x40, not " + text);
            }
            String[] parts = text.split("x");
            return new Step(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
        }
    }

    int seconds() {
        return steps.stream().mapToInt(Step::seconds).sum();
    }

    /** More than can leave: the queue never runs empty. */
    int messages() {
        return steps.stream().mapToInt(step -> step.perSecond * step.seconds).sum() * 5 / 4;
    }

    int mostPerSecond() {
        return steps.stream().mapToInt(Step::perSecond).max().orElseThrow();
    }

    /** @return the second at which the step begins */
    int begin(int step) {
        return steps.stream().limit(step).mapToInt(Step::seconds).sum();
    }

    /** @return what is granted then; without end after the last step */
    double at(double second) {
        return IntStream.range(0, steps.size())
                .filter(step -> second < begin(step + 1))
                .mapToDouble(step -> steps.get(step).perSecond)
                .findFirst()
                .orElse(Double.POSITIVE_INFINITY);
    }
}
