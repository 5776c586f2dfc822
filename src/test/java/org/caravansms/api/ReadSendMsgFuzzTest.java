package org.caravansms.api;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.CharConversionException;
import org.caravansms.api.answer.WrittenAnswer;

/** Whatever stands in a document of the JSON API, its steps refuse it or answer it. An input is the document. */
class ReadSendMsgFuzzTest {

    private final ObjectMapper mapper = ApiJson.mapper();
    private final ReadSendMsg read = new ReadSendMsg(20);
    private final RefuseRequest refuse = new RefuseRequest();
    private final CheckedRequests drafts = new CheckedRequests();
    private final WrittenAnswer written = new WrittenAnswer();

    @FuzzTest
    void everyDocumentShouldBeRefusedOrAnswered(byte[] document) throws Exception {
        written.requireSendMsg(answer(document));
    }

    private ApiAnswer answer(byte[] document) throws Exception {
        SendMsgDocument read;
        try {
            read = mapper.readValue(document, SendMsgDocument.class);
        } catch (JacksonException | CharConversionException e) {
            return refuse.unreadableDocument(e, "sendmsg");
        }
        try {
            return drafts.check(this.read.requests(read));
        } catch (ApiException e) {
            return refuse.refused(e);
        }
    }
}
