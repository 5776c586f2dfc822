package org.caravansms.gateway;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** Another program that runs beside the test: what it prints, line by line, and what it reads. */
final class TalkingProgram implements AutoCloseable {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Process process;
    private final PrintWriter in;

    TalkingProgram(ProcessBuilder program) throws IOException {
        process = program.redirectErrorStream(true).start();
        in = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
        Thread reader = new Thread(this::read, "program");
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
                .lines()
                .forEach(lines::add);
    }

    void say(String line) {
        in.println(line);
    }

    /** @return whether it said that; an error when it ended before */
    boolean said(String line) {
        boolean ended = !process.isAlive();
        if (lines.contains(line)) {
            return true;
        } else if (ended) {
            throw new IllegalStateException("It ended: " + lines);
        }
        return false;
    }

    List<String> lines() {
        return lines;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** It reads the end of its input, and should end by itself. */
    @Override
    public void close() throws InterruptedException {
        in.close();
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
