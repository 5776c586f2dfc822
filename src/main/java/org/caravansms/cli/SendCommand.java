package org.caravansms.cli;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.caravansms.operator.Reply;
import org.caravansms.send.CsvFile;
import org.caravansms.send.DryRun;
import org.caravansms.send.GatewayApi;
import org.caravansms.send.GatewayRefusal;
import org.caravansms.send.OutgoingSms;
import org.caravansms.send.Progress;
import org.caravansms.send.ResultFile;
import org.caravansms.send.SendFile;
import org.caravansms.send.SmsAnswer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code caravan send}: one message, or those of a file, over the HTTP API of a gateway, here or elsewhere. */
@Command(name = "send", description = "a message, or those of a CSV file: TO TEXT, or --csv FILE")
final class SendCommand extends CommandGroup {

    @Parameters(arity = "0..1", index = "0", paramLabel = "TO", description = "the number, such as +36201234567")
    private String to;

    @Parameters(arity = "0..1", index = "1", paramLabel = "TEXT", description = "the text")
    private String text;

    @Option(names = "--from", paramLabel = "SENDER", description = "the sender that the handset shows")
    private String from;

    @Option(names = "--csv", paramLabel = "FILE", description = "messages with a header: to,text,from,...")
    private Path csv;

    @Option(names = "--charset", paramLabel = "NAME", description = "the file's, UTF-8 if missing")
    private Charset charset = StandardCharsets.UTF_8;

    @Option(names = "--dry-run", description = "checks everything, tells parts, encodings and routes, sends nothing")
    private boolean dryRun;

    @Mixin
    private GatewayLogin login;

    @Override
    public Integer call() {
        try {
            require(
                    (to == null) == (text == null) && (to == null) != (csv == null),
                    "caravan send takes TO and TEXT, or" + " --csv FILE");
            require(csv == null || from == null, "--from goes with TO TEXT; a file has a column from");
            require(csv != null || !dryRun, "--dry-run goes with --csv; caravan explain TO TEXT checks one message");
            require(csv == null || Files.isReadable(csv), "There is no file " + csv + " that can be read");
            return print(csv == null ? one(login.api()) : file());
        } catch (GatewayRefusal refusal) {
            return print(new Reply(refusal.isOfLogin() ? Reply.WRONG : Reply.NOT_DONE, List.of(refusal.getMessage())));
        } catch (IOException e) {
            return print(new Reply(Reply.NO_GATEWAY, List.of("No gateway answers: " + e.getMessage())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return print(new Reply(Reply.NOT_DONE, List.of("It was interrupted")));
        }
    }

    private static void require(boolean right, String fault) {
        if (!right) {
            throw new IllegalArgumentException(fault);
        }
    }

    private Reply one(GatewayApi api) throws IOException, InterruptedException {
        Map<String, String> parameters = new HashMap<>(Map.of(
                "recipient",
                to,
                "messagedata",
                text,
                "messageid",
                UUID.randomUUID().toString()));
        if (from != null) {
            parameters.put("originator", from);
        }
        SmsAnswer answer =
                api.send(List.of(new OutgoingSms(0, "", parameters, null))).get(0);
        String line = answer.isAccepted() ? "Accepted as " + answer.id() : answer.code() + " " + answer.text();
        return new Reply(answer.isAccepted() ? Reply.DONE : Reply.NOT_DONE, List.of(line))
                .with("code", answer.code())
                .with("id", answer.isAccepted() ? answer.id() : null)
                .with("text", answer.text());
    }

    /** The whole file is read before anything is sent: a mistake in its form must not stop it halfway. */
    private Reply file() throws IOException, InterruptedException {
        CsvFile file = new CsvFile(csv, charset);
        AtomicLong lines = new AtomicLong();
        file.each(line -> lines.incrementAndGet());
        GatewayApi api = login.api();
        return dryRun ? dryRun(file, api) : send(file, api, lines.get());
    }

    private Reply send(CsvFile file, GatewayApi api, long lines) throws IOException, InterruptedException {
        Path results = ResultFile.of(csv.toAbsolutePath());
        Progress progress =
                new Progress(spec.root().commandLine().getErr(), Boolean.getBoolean("caravan.screen"), lines);
        try (ResultFile written = open(results)) {
            new SendFile(api, written, progress).send(file);
        } finally {
            progress.end();
        }
        return reply(progress.counts(), progress.refused()).with("results", results.toString());
    }

    private static ResultFile open(Path file) {
        try {
            return new ResultFile(file);
        } catch (IOException e) {
            throw new IllegalArgumentException("The result file cannot be written: " + e);
        }
    }

    private static Reply dryRun(CsvFile file, GatewayApi api) throws IOException, InterruptedException {
        DryRun dryRun = new DryRun(api);
        dryRun.check(file);
        Reply reply = reply(dryRun.counts(), dryRun.refused());
        List<String> lines = new ArrayList<>(reply.lines());
        dryRun.refusals()
                .forEach(line ->
                        lines.add("line " + line.get("line") + ": " + line.get("code") + " " + line.get("text")));
        return new Reply(reply.exitCode(), lines, reply.document()).with("refusals", dryRun.refusals());
    }

    private static Reply reply(Map<String, Object> counts, long refused) {
        List<String> lines = new ArrayList<>();
        counts.forEach((name, value) -> lines.add(name + ": " + value));
        return new Reply(refused == 0 ? Reply.DONE : Reply.NOT_DONE, lines, new LinkedHashMap<>(counts));
    }
}
