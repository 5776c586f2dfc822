package org.caravansms.api;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.caravansms.message.Fault;
import org.caravansms.message.Folder;

/** Reads the parameters of a query to the message store. An unclear one is an error: a guess could delete messages. */
public final class ReadStoreQuery {

    private static final Pattern NUMBER = Pattern.compile("0*([1-9][0-9]{0,8})");
    private static final Map<String, AfterDownload> AFTER_DOWNLOAD = Map.of(
            "", AfterDownload.UNTOUCH,
            "untouch", AfterDownload.UNTOUCH,
            "untouched", AfterDownload.UNTOUCH,
            "mark", AfterDownload.MARK,
            "delete", AfterDownload.DELETE);

    private final int most;

    /** @param most how many messages one answer may have */
    public ReadStoreQuery(int most) {
        this.most = most;
    }

    /** @return the user whose messages may be read */
    public String owner(@Variable("user") User user) {
        return user.name();
    }

    /** @throws ApiException when there is none, or no message can have it */
    public String messageId(@Body ApiRequest request) {
        String id = request.get(Parameter.MESSAGE_ID);
        String given = ApiRequest.required("msgID", id == null ? request.get(MessageField.CLIENT_ID, "") : id);
        return ReadMessageIds.possible(Trim.space(given));
    }

    /** @throws ApiException when it is unknown */
    public Folder folder(@Body ApiRequest request) {
        return folder(request.get(Parameter.FOLDER));
    }

    static Folder folder(String name) {
        Folder folder = name == null || name.isBlank() ? Folder.INBOX : Folder.named(name.strip());
        if (folder == null) {
            throw new ApiException(
                    Fault.INVALID_PARAMETER, "folder is none of inbox, outbox, sent, notsent and deleted.");
        }
        return folder;
    }

    /**
     * @return how many messages the client wants, at most those of one answer
     * @throws ApiException when it is no number above 0
     */
    public int limit(@Body ApiRequest request) {
        String given = request.getOrElse(Parameter.LIMIT, "").strip();
        if (given.isEmpty()) {
            return most;
        }
        if (!NUMBER.matcher(given).matches()) {
            throw new ApiException(Fault.INVALID_PARAMETER, "limit is not a number from 1 to 999999999.");
        }
        return Math.min(Integer.parseInt(given), most);
    }

    /** @throws ApiException when it is none of the known */
    public AfterDownload afterDownload(@Body ApiRequest request) {
        String given = request.getOrElse(Parameter.AFTER_DOWNLOAD, "").strip().toLowerCase(Locale.ROOT);
        AfterDownload known = AFTER_DOWNLOAD.get(given);
        if (known == null) {
            throw new ApiException(Fault.INVALID_PARAMETER, "afterdownload is none of delete, mark and untouch.");
        }
        return known;
    }
}
