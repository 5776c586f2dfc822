package org.caravansms.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * The panels of the board that ships, drawn by Chromium from the answers of a Prometheus: what Grafana would show, for a
 * machine that has none.
 */
final class BoardPicture {

    private static final List<String> COLOURS =
            List.of("#7eb26d", "#eab839", "#6ed0e0", "#ef843c", "#e24d42", "#1f78c1", "#ba43a9", "#705da0");
    private static final int WIDTH = 360;
    private static final int HEIGHT = 90;
    private static final Dimension WINDOW = new Dimension(1180, 1200);
    private static final String PAGE = """
            <!doctype html><meta charset=utf-8><style>
            body{background:#111217;color:#ccc;font:11px sans-serif;margin:6px}
            div{display:inline-block;vertical-align:top;width:%dpx;background:#181b1f;margin:2px;padding:4px}
            b,svg{display:block}span{display:inline-block;margin-right:8px}</style>%s
            """;

    private BoardPicture() {}

    /** @param profile an empty folder, for the browser */
    static void draw(PrometheusServer prometheus, Path board, Instant from, Path profile, Path picture)
            throws Exception {
        StringBuilder panels = new StringBuilder();
        for (JsonNode panel : new JsonMapper().readTree(board.toFile()).at("/panels")) {
            panels.append(panel(prometheus, panel, from));
        }
        Path page = Files.writeString(picture.resolveSibling("board.html"), PAGE.formatted(WIDTH, panels));
        ChromeDriver browser = Chromium.start(profile);
        try {
            browser.manage().window().setSize(WINDOW);
            browser.get(page.toUri().toString());
            Files.write(picture, browser.getScreenshotAs(OutputType.BYTES));
        } finally {
            browser.quit();
        }
    }

    private static String panel(PrometheusServer prometheus, JsonNode panel, Instant from) throws Exception {
        List<String> names = new ArrayList<>();
        List<JsonNode> lines = new ArrayList<>();
        for (JsonNode target : panel.at("/targets")) {
            for (JsonNode series : prometheus.range(target.at("/expr").asText(), from)) {
                if (most(series.at("/values")) == 0 && lines.size() >= COLOURS.size()) {
                    continue;
                }
                names.add(name(target.at("/legendFormat").asText(), series.at("/metric")));
                lines.add(series.at("/values"));
            }
        }
        double most = lines.stream().mapToDouble(BoardPicture::most).max().orElse(0);
        StringBuilder svg = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            svg.append(String.format(
                    "<polyline fill='none' stroke='%s' points='%s'/>", colour(i), points(lines.get(i), from, most)));
        }
        StringBuilder legend = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            legend.append(String.format("<span style='color:%s'>%s</span>", colour(i), names.get(i)));
        }
        return String.format(
                Locale.ROOT,
                "<div><b>%s, up to %.4g %s</b><svg width=%d height=%d>%s</svg>%s</div>%n",
                panel.at("/title").asText(),
                most,
                panel.at("/fieldConfig/defaults/unit").asText(),
                WIDTH,
                HEIGHT,
                svg,
                legend);
    }

    private static String colour(int line) {
        return COLOURS.get(line % COLOURS.size());
    }

    private static String name(String format, JsonNode labels) {
        String name = format;
        for (var label : labels.properties()) {
            name = name.replace("{{" + label.getKey() + "}}", label.getValue().asText());
        }
        return name;
    }

    /** Infinite values and those that are none are left out. */
    private static double most(JsonNode values) {
        double most = 0;
        for (JsonNode each : values) {
            double value = each.at("/1").asDouble(Double.NaN);
            most = Double.isFinite(value) ? Math.max(most, value) : most;
        }
        return most;
    }

    private static String points(JsonNode values, Instant from, double most) {
        double seconds = Math.max(1, Instant.now().getEpochSecond() - from.getEpochSecond());
        List<String> points = new ArrayList<>();
        for (JsonNode each : values) {
            double value = each.at("/1").asDouble(Double.NaN);
            if (Double.isFinite(value)) {
                double x = (each.at("/0").asDouble() - from.getEpochSecond()) / seconds * WIDTH;
                double y = HEIGHT - 2 - value / Math.max(most, Double.MIN_NORMAL) * (HEIGHT - 4);
                points.add(String.format(Locale.ROOT, "%.1f,%.1f", x, y));
            }
        }
        return String.join(" ", points);
    }
}
