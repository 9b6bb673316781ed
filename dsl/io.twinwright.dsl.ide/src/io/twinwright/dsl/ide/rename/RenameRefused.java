package io.twinwright.dsl.ide.rename;

import java.util.function.UnaryOperator;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/** A renaming would break something. The message says what, in whole sentences for the user. */
public final class RenameRefused extends Exception {
	private static final long serialVersionUID = 1L;

	/**
	 * What came of a question.
	 *
	 * @param value null if it was refused
	 * @param refusal null if it was answered
	 */
	public record Answer<T>(T value, RenameRefused refusal) {
	}

	/** A question that may be refused. */
	public interface Question<T> {
		T ask() throws RenameRefused;
	}

	RenameRefused(String message) {
		super(message);
	}

	/** @return the answer or the refusal */
	public static <T> Answer<T> caught(Question<T> question) {
		try {
			return new Answer<>(question.ask(), null);
		} catch (RenameRefused refusal) {
			return new Answer<>(null, refusal);
		}
	}

	/**
	 * @param language says the message in the language of the client
	 * @return the refusal as an answer to a client, which shows the message
	 */
	public ResponseErrorException toResponse(UnaryOperator<String> language) {
		return new ResponseErrorException(new ResponseError(ResponseErrorCode.RequestFailed, language.apply(getMessage()), null));
	}
}
