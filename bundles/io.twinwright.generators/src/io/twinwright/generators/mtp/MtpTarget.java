package io.twinwright.generators.mtp;

import io.twinwright.core.diagnostic.Outcome;
import io.twinwright.core.structure.TwinModel;
import io.twinwright.generators.Archives;
import io.twinwright.generators.ArtifactSink;
import io.twinwright.generators.Findings;
import io.twinwright.generators.Target;
import io.twinwright.model.NamedElement;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.zip.ZipOutputStream;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;

/**
 * Module type packages: one for each process module, as {@code mtp/<qualified name>.mtp}, an archive with one AutomationML
 * document. A module has one package for each piece, because it names the server of the piece.
 */
public final class MtpTarget implements Target<List<MtpPackage>> {
	private final Function<NamedElement, Optional<String>> comments;
	private final Edition edition;

	/** @param comments gives the comments that become descriptions */
	public MtpTarget(Function<NamedElement, Optional<String>> comments, Edition edition) {
		this.comments = comments;
		this.edition = edition;
	}

	/** A target that writes no comments, in the latest edition. */
	public MtpTarget() {
		this(element -> Optional.empty(), Edition.OF_2022);
	}

	@Override
	public String id() {
		return "mtp";
	}

	@Override
	public String description() {
		return "module type packages (VDI/VDE/NAMUR 2658) of the process modules, as AutomationML";
	}

	@Override
	public Outcome<List<MtpPackage>> map(TwinModel twin) {
		Findings findings = new Findings();
		List<MtpPackage> packages = new ArrayList<>();
		Set<String> paths = new HashSet<>();
		for (ModuleContent module : new Modules(twin, edition, comments, findings).all()) {
			packages.add(new MtpPackage(path(module.id(), paths), module));
		}
		return new Outcome.Done<>(packages, findings.all());
	}

	/** Names that differ only in the case of letters are one file on some systems. */
	private static String path(String name, Set<String> paths) {
		String free = name;
		while (!paths.add(free.toLowerCase(Locale.ROOT))) {
			free += "~";
		}
		return "mtp/" + free + ".mtp";
	}

	@Override
	public void write(List<MtpPackage> mapped, ArtifactSink sink) throws IOException {
		for (MtpPackage each : mapped) {
			try (ZipOutputStream zip = new ZipOutputStream(sink.open(each.path()), StandardCharsets.UTF_8)) {
				zip.putNextEntry(Archives.entry(Manifest.FILE));
				write(Manifest.of(edition, each.module()), zip);
				zip.closeEntry();
			}
		}
	}

	private static void write(Document document, OutputStream stream) throws IOException {
		try {
			Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
			transformer.setOutputProperty(OutputKeys.INDENT, "yes");
			transformer.setOutputProperty("{http://xml.apache.org/xslt}indent-amount", "1");
			ByteArrayOutputStream text = new ByteArrayOutputStream();
			transformer.transform(new DOMSource(document), new StreamResult(text));
			stream.write(text.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n").getBytes(StandardCharsets.UTF_8));
		} catch (TransformerException e) {
			throw new IOException(e);
		}
	}
}
