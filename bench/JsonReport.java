package bench;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The results for programs: the medians of each case and every run that they come from. */
record JsonReport(Options options, Map<Case, List<Figures>> runs) {
    String text() {
        return String.format("{\n  %s,\n  %s,\n  \"cases\": %s\n}\n", settings(), machine(), cases());
    }

    private String settings() {
        return String.format(
                "\"acceptOnly\": %s, \"ids\": %s, \"window\": %d, \"secondsPerCase\": %d, \"repeat\": %d",
                options.has("--accept-only"),
                options.has("--ids"),
                options.number("--window"),
                options.number("--seconds"),
                options.number("--repeat"));
    }

    private static String machine() {
        return String.format(
                "\"machine\": {\"processors\": %d, \"os\": \"%s %s\", \"java\": \"%s\"}",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                System.getProperty("java.version"));
    }

    private String cases() {
        return runs.entrySet().stream()
                .map(entry -> line(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(",\n    ", "[\n    ", "\n  ]"));
    }

    private static String line(Case item, List<Figures> all) {
        String each = all.stream().map(run -> "{" + run.json() + "}").collect(Collectors.joining(","));
        return String.format(
                "{\"api\":\"%s\",\"messagesPerRequest\":%d,"
                        + "\"connections\":%d,\"smscLatencyMillis\":%d,%s,\"runs\":[%s]}",
                item.api(),
                item.messages(),
                item.connections(),
                item.latency(),
                Figures.of(all).json(),
                each);
    }
}
