package io.twinwright.opcua.swap;

import io.twinwright.core.structure.TwinModel;
import java.util.List;
import java.util.Optional;

/** The plant in which a machine takes a position: its session, its text, and the person in charge. Called by one thread. */
public interface SwapPlant {
	/** @return the session that runs */
	SwapSession session();

	/** @return why nothing may be written to the plant now, a sentence; empty if it may be */
	Optional<String> refusal();

	/**
	 * @param safe what is going to be written to bring the position into its safe state; none where nothing of it can be, or need be
	 * @param resumed what the machine is going to be given then, whatever it has now
	 * @return whether the person in charge agrees
	 */
	boolean confirms(List<SetPointChange> safe, List<SetPointChange> resumed);

	/** @return whether the person in charge wants it to end */
	boolean isCancelled();

	/**
	 * Finds out what the text is going to say, and changes nothing.
	 *
	 * @return what it says now, a view that nobody else uses
	 * @throws SwapFailure if the machine cannot be written into the text, or the text would have errors then
	 */
	TwinModel prepare() throws SwapFailure;

	/**
	 * Changes the text.
	 *
	 * @return what it says then
	 * @throws SwapFailure if it has changed meanwhile, or cannot be written
	 */
	TwinModel rebind() throws SwapFailure;

	/**
	 * Gives the text back what it said before {@link #rebind}, byte for byte.
	 *
	 * @throws SwapFailure if it has changed meanwhile, or cannot be written
	 */
	void restore() throws SwapFailure;

	/**
	 * Opens a second session beside the one that runs, with the position on the server of the machine and all else on the
	 * servers where it is.
	 *
	 * @throws SwapFailure if a server does not answer or refuses; then nothing is left open
	 */
	SwapSession attach(TwinModel twin) throws SwapFailure;

	/**
	 * Makes the second session the one that runs, and ends the other one.
	 *
	 * @throws SwapFailure if the other one does not run any more; then the second one is not taken
	 */
	void replace(SwapSession next) throws SwapFailure;
}
