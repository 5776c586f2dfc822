package bench;

/** The results for programs: the medians of each case and every run that they come from. */
record JsonReport(BenchOptions options, String cases, String drains) {
    String text() {
        return String.format(
                "{\n  %s,\n  %s,\n  \"cases\": %s,\n  \"drains\": %s\n}\n", settings(), machine(), cases, drains);
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
}
