import java.io.File;
import java.util.TreeSet;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.profiles.OWL2DLProfile;
import org.semanticweb.owlapi.profiles.OWLProfileViolation;

/** Holds Turtle files against the OWL 2 DL profile: for each its name and number of axioms, then a line for each violation. */
public class Profile {
    public static void main(String[] names) throws Exception {
        for (String name : names) {
            OWLOntology ontology = OWLManager.createOWLOntologyManager().loadOntologyFromOntologyDocument(new File(name));
            System.out.println(new File(name).getName() + "\t" + ontology.getAxiomCount());
            TreeSet<String> told = new TreeSet<>();
            for (OWLProfileViolation violation : new OWL2DLProfile().checkOntology(ontology).getViolations()) {
                told.add(violation.toString().replaceAll("\\s+", " "));
            }
            told.forEach(violation -> System.out.println("\t" + violation));
        }
    }
}
