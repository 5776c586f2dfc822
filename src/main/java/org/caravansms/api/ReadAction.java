package org.caravansms.api;

import java.util.Set;
import org.caravansms.message.Fault;

/** Third step of a request: reads its action, by which the route chooses. */
public final class ReadAction {

    /** The actions of the message store; each has a route of its name. */
    private static final Set<String> QUERIES =
            Set.of("getmessagebyid", "receivemessage", "receivemsg", "deletemsg", "markmsg");

    /** @throws ApiException when no action is named */
    public boolean isSendMessage(ApiRequest request) {
        return request.action().equals("sendmessage") || isExplain(request);
    }

    /** Whether the messages are explained and not sent. */
    public boolean isExplain(ApiRequest request) {
        return request.action().equals("explain");
    }

    public boolean isSendMsg(ApiRequest request) {
        return request.action().equals("sendmsg");
    }

    public boolean isQuery(ApiRequest request) {
        return QUERIES.contains(request.action());
    }

    /** @return the name of the route for a query */
    public String query(ApiRequest request) {
        return request.action();
    }

    /** @throws ApiException always: no route serves this action */
    public void refuse() {
        throw new ApiException(
                Fault.UNKNOWN_ACTION,
                "Unknown action. sendmessage, explain, getmessagebyid and receivemessage are known, and of the JSON API"
                        + " sendmsg, receivemsg, deletemsg and markmsg.");
    }
}
