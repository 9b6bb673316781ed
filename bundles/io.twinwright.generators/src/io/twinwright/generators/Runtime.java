package io.twinwright.generators;

import java.util.List;
import java.util.Map;

/**
 * The program that does its job with the files of a target, as a container.
 *
 * @param image with its version, which is never {@code latest}
 * @param command its arguments, empty for those of the image
 * @param environment variables that it is started with, by their names
 * @param folder where it finds the files of the target, which it cannot change
 * @param port on which it answers, 0 for one that nobody asks
 * @param published the port on this machine that leads there, on the loopback interface only
 * @param connects whether it connects to the endpoints of the plant, and so needs their secrets
 */
public record Runtime(String image, List<String> command, Map<String, String> environment, String folder, int port, int published,
		boolean connects) {
}
