package bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The options of the command line. */
record BenchOptions(Map<String, String> values) {
    private static final Set<String> FLAGS =
            Set.of("--quick", "--ids", "--accept-only", "--drain", "--windows", "--callbacks", "--help");
    private static final Set<String> WORDS =
            Set.of("--api", "--extension", "--latency", "--receipts", "--json", "--throttle-curve", "--grants");
    private static final Map<String, String> DEFAULTS = Map.of(
            "--messages", "1,10,100,1000",
            "--connections", "1,8,32",
            "--window", "100",
            "--parts", "1",
            "--providers", "1",
            "--seconds", "4",
            "--limit", "0",
            "--waiting", "0",
            "--warmup", "8",
            "--repeat", "1");
    private static final Map<String, String> QUICK =
            Map.of("--messages", "1,100", "--connections", "8", "--latency", "0,10", "--seconds", "3", "--warmup", "5");

    static BenchOptions parse(String... words) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < words.length; i++) {
            String name = known(words[i]);
            given.put(name, FLAGS.contains(name) ? "" : value(words, ++i));
        }
        Map<String, String> values = new HashMap<>(DEFAULTS);
        values.putAll(Map.of("--api", "form", "--extension", "none", "--latency", "0,10,50"));
        values.put("--grants", "200x40,80x40,200x40");
        values.putAll(given.containsKey("--quick") ? QUICK : Map.of());
        values.putAll(given);
        BenchOptions options = new BenchOptions(values);
        DEFAULTS.keySet().forEach(options::numbers);
        options.apis();
        options.extensions();
        options.latencies();
        options.checkLists();
        return options;
    }

    private void checkLists() {
        for (String name : List.of("--window", "--providers", "--parts", "--waiting")) {
            if (!has("--drain") && numbers(name).size() > 1) {
                throw new IllegalArgumentException(name + " takes a list with --drain only");
            }
        }
    }

    private static String known(String name) {
        if (FLAGS.contains(name) || DEFAULTS.containsKey(name) || WORDS.contains(name)) {
            return name;
        }
        throw new IllegalArgumentException("unknown option " + name);
    }

    private static String value(String[] words, int index) {
        if (index < words.length) {
            return words[index];
        }
        throw new IllegalArgumentException(words[index - 1] + " needs a value");
    }

    boolean has(String flag) {
        return values.containsKey(flag);
    }

    int number(String name) {
        return numbers(name).get(0);
    }

    List<Integer> numbers(String name) {
        try {
            return Stream.of(values.get(name).split(",")).map(Integer::valueOf).toList();
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " needs numbers, not " + values.get(name), e);
        }
    }

    Optional<Path> json() {
        return Optional.ofNullable(values.get("--json")).map(Path::of);
    }

    List<BenchApi> apis() {
        return Stream.of(values.get("--api").split(",")).map(BenchApi::named).toList();
    }

    /** With each of them in turn, so that a disturbance meets all of them. */
    List<BenchExtension> extensions() {
        return Stream.of(values.get("--extension").split(","))
                .map(BenchExtension::named)
                .toList();
    }

    String receipts() {
        return values.getOrDefault("--receipts", "final");
    }

    boolean formOnly() {
        return latencies().stream()
                .flatMap(latency -> cases(latency).stream())
                .allMatch(item -> item.api() == BenchApi.FORM);
    }

    List<BenchLatency> latencies() {
        List<BenchLatency> all =
                Stream.of(values.get("--latency").split(",")).map(BenchLatency::new).toList();
        return has("--accept-only") ? List.of(BenchLatency.NONE) : all;
    }

    Optional<Path> curve() {
        return Optional.ofNullable(values.get("--throttle-curve")).map(Path::of);
    }

    Grants grants() {
        return Grants.parse(values.get("--grants"));
    }

    boolean hasMatrix() {
        return !has("--drain") && !has("--windows");
    }

    List<Drain> drains() {
        Stream<Drain> fixed = has("--windows") ? Drain.windows() : has("--quick") ? Drain.quick() : Stream.empty();
        return (has("--drain") ? Drain.product(this) : fixed).toList();
    }

    List<Case> cases(BenchLatency latency) {
        Stream<Case> matrix = apis().stream().flatMap(api -> cases(api, latency));
        Stream<Case> more = has("--quick") ? Case.quick(latency) : Stream.empty();
        return Stream.concat(matrix, more)
                .distinct()
                .flatMap(item -> extensions().stream().map(item::with))
                .toList();
    }

    private Stream<Case> cases(BenchApi api, BenchLatency latency) {
        return numbers("--messages").stream().flatMap(messages -> numbers("--connections").stream()
                .map(c -> new Case(api, messages, c, number("--parts"), latency)));
    }

    /** Where acceptance outruns the SMSC, the queue would grow for seconds and take minutes to drain. */
    int limit(Case item) {
        int asked = number("--limit");
        int bySmsc = item.latency().isNone()
                ? Integer.MAX_VALUE
                : (int) (6_000 / item.latency().meanMillis() * number("--window") / item.parts());
        int usual = has("--accept-only") ? 100_000 : bySmsc;
        usual = has("--quick") && item.isLarge() ? Case.LARGE_LIMIT : usual;
        return Math.max(asked > 0 ? asked : usual, item.messages() * item.connections());
    }
}
