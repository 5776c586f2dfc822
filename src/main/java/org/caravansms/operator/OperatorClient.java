package org.caravansms.operator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The client of the {@link OperatorSocket}: sends one command to the running gateway and prints the answer.
 *
 * @param file the running gateway's socket
 * @param out gets its answer
 * @param err gets the answer to a wrong command, and the reason when there is no answer
 */
public record OperatorClient(Path file, PrintWriter out, PrintWriter err) {

    /**
     * Sends the words as one line, separated by blanks, and form-urlencoded as a word may have blanks.
     *
     * @return the exit code, see {@link Reply}
     */
    public int ask(List<String> words) {
        try (SocketChannel gateway = SocketChannel.open(UnixDomainSocketAddress.of(file))) {
            return ask(gateway, words);
        } catch (IOException | UnsupportedOperationException e) {
            err.println(reason(e));
            return Reply.NOT_DONE;
        }
    }

    private int ask(SocketChannel gateway, List<String> words) {
        try {
            String line = words.stream()
                    .map(word -> URLEncoder.encode(word, StandardCharsets.UTF_8))
                    .collect(Collectors.joining(" ", "", "\n"));
            Channels.newOutputStream(gateway).write(line.getBytes(StandardCharsets.UTF_8));
            return print(new BufferedReader(Channels.newReader(gateway, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            err.println("The gateway ended the connection before it answered: " + e.getMessage());
            return Reply.NOT_DONE;
        }
    }

    private int print(BufferedReader answer) throws IOException {
        String code = answer.readLine();
        if (code == null || !code.matches("[0-2]")) {
            throw new IOException("it is stopping, or has too many commands under way");
        }
        PrintWriter to = code.equals("2") ? err : out;
        answer.lines().forEach(to::println);
        return Integer.parseInt(code);
    }

    private String reason(Exception failure) {
        return Files.exists(file) && !"Connection refused".equals(failure.getMessage())
                ? "The gateway cannot be asked at " + file + ": " + failure.getMessage()
                : "The gateway is not running: no one listens at " + file + ". Start it with bin/caravan run";
    }
}
