package org.caravansms.operator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.StandardProtocolFamily;
import java.net.URLEncoder;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The client of the {@link OperatorSocket}: sends one command to the running gateway and prints the answer.
 *
 * @param file the running gateway's socket
 * @param out gets its answer
 * @param err gets the answer to a wrong command, the reason when there is no answer, and the progress of a long command
 */
public record OperatorClient(Path file, PrintWriter out, PrintWriter err) {

    /**
     * Sends the words as one line, separated by blanks, and form-urlencoded as a word may have blanks.
     *
     * @return the exit code, see {@link Reply}; {@link Reply#NO_GATEWAY} within two seconds where nothing answers
     */
    public int ask(List<String> words) {
        try (SocketChannel gateway = SocketChannel.open(StandardProtocolFamily.UNIX);
                SilenceLimit silence = new SilenceLimit(gateway)) {
            gateway.connect(UnixDomainSocketAddress.of(file));
            List<String> answer = answer(gateway, silence, words);
            int exitCode = Integer.parseInt(answer.get(0));
            PrintWriter to = words.contains(Reply.JSON) || exitCode < Reply.WRONG ? out : err;
            answer.subList(1, answer.size()).forEach(to::println);
            return exitCode;
        } catch (IOException | UnsupportedOperationException e) {
            return print(new Reply(Reply.NO_GATEWAY, List.of(reason(e))), words.contains(Reply.JSON), out, err);
        }
    }

    /** Prints an answer that this program gives itself, as one of the gateway's. */
    public static int print(Reply reply, boolean json, PrintWriter out, PrintWriter err) {
        PrintWriter to = json || reply.exitCode() < Reply.WRONG ? out : err;
        (json ? List.of(reply.json()) : reply.lines()).forEach(to::println);
        return reply.exitCode();
    }

    /** @return the exit code and the lines: all of them, since to print them may take longer than the gateway waits */
    private List<String> answer(SocketChannel gateway, SilenceLimit silence, List<String> words) throws IOException {
        List<String> lines = new ArrayList<>();
        try {
            String line = words.stream()
                    .map(word -> URLEncoder.encode(word, StandardCharsets.UTF_8))
                    .collect(Collectors.joining(" ", "", "\n"));
            Channels.newOutputStream(gateway).write(line.getBytes(StandardCharsets.UTF_8));
            BufferedReader answer = new BufferedReader(Channels.newReader(gateway, StandardCharsets.UTF_8));
            for (String next = answer.readLine(); next != null; next = answer.readLine()) {
                silence.renew();
                take(next, lines);
            }
        } catch (AsynchronousCloseException e) {
            throw e;
        } catch (IOException e) {
            throw ended(e.getMessage());
        }
        if (lines.isEmpty()) {
            throw ended("it is stopping, or has too many commands under way");
        }
        return lines;
    }

    /** Before the exit code there are empty lines of a gateway at work, and its progress behind a blank. */
    private void take(String next, List<String> lines) {
        if (!lines.isEmpty() || next.matches("[0-3]")) {
            lines.add(next);
        } else if (!next.isBlank()) {
            err.println(next.strip());
        }
    }

    private static IOException ended(String why) {
        return new IOException("The gateway ended the connection before it answered: " + why);
    }

    private String reason(Exception failure) {
        String why = String.valueOf(failure.getMessage());
        if (failure instanceof ClosedChannelException) {
            return "The gateway does not answer at " + file + ": it is stopped or too busy. Its log may say why";
        } else if (why.equals("Permission denied")) {
            return "The gateway is another user's: only its own user and root may ask it at " + file + owner();
        } else if (why.startsWith("The gateway ended")) {
            return why;
        }
        return Files.exists(file) && !why.equals("Connection refused")
                ? "The gateway cannot be asked at " + file + ": " + why
                : "The gateway is not running: no one listens at " + file + ". Start it with bin/caravan run";
    }

    private String owner() {
        try {
            return ", which is " + Files.getOwner(file).getName() + "'s";
        } catch (IOException | UnsupportedOperationException e) {
            // in a folder that this user may not enter
            return "";
        }
    }
}
