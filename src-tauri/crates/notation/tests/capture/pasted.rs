//! Several lines at once: lists, tables, maps.

use super::{Room, leads_to, said};

#[test]
fn lists_are_connected_in_order() {
    let after = "team Sales\nTriage\nCall\nWin?\nTriage -> Call -> Win?\n";
    let rows = [
        "Triage\nCall\nWin?",
        "1. Triage\n2. Call\n3. Win?\n",
        "1) Triage\r\n2) Call\r\n\r\n3) Win?",
        "  - Triage\n  - Call\n  - Win?",
        "• Triage\n• Call\n• Win?",
        "1.1 Triage\n1.2 Call\n1.3 Win?",
    ];
    for list in rows {
        leads_to("team Sales\n", "Sales", list, after, "Win?");
    }
    leads_to(
        "team Sales\n",
        "Sales",
        "Triage, 15m\nCheck price, terms and dates\nLegal: Review, w 1d queue",
        "team Sales\nTriage, 15 min\n\"Check price, terms and dates\"\nteam Legal\nReview\n\
         Triage -> \"Check price, terms and dates\" -> Review, waits 1 d in queue\n",
        "Review",
    );
}

#[test]
fn lists_with_arrows_are_connected_by_them() {
    leads_to(
        "team Sales\n",
        "",
        "Sales: Triage\n> Legal: Review\n~> Triage, 10%\n// a remark\nSales: File\n",
        "team Sales\nTriage\nFile\nteam Legal\nReview\nTriage -> Review\nReview ~> Triage, 10 %\n",
        "File",
    );
}

const TABLE: &str = "team Sales\nTriage, #A1, 15 min, 90 %\nteam Legal\nReview, 1.5 h, 85 %, uses DMS\n\
                     File, 5 min\nTriage -> Review, waits 3 d in queue, passes Draft\n\
                     Review -> File, waits 0 min\n";

#[test]
fn tables_are_read_by_their_header() {
    let rows = [
        "Team\tStep\tProcess time\t%C&A\tWait\tCause\tPasses\tSystem\tCode\n\
         Sales\tTriage\t15 min\t90 %\t\t\t\t\tA1\n\
         Legal\tReview\t1.5h\t85%\t3d\tQueue\tDraft\tDMS\t\n\
         \tFile\t5m\t\t0\t\t\t\t\n",
        "| Wait (days) | Step | PT (min) | Lane | C&A | Delay cause | Passes | Tools | ID |\n\
         |---|---|:--:|---|---|---|---|---|---|\n\
         | - | Triage | 15 | Sales | 0.9 | | | | A1 |\n\
         | 3 | Review | 90 | Legal | 85 | queue | Draft | DMS | |\n\
         | 0 | File | 5 | | | | | | |\n",
        "Step|Next|Team|Time|Code|%C&A|Wait|Cause|Passes|Uses\n\
         Triage|Review|Sales|15 min|A1|90\n\
         Review|File|Legal|90 min||85|3 d|in queue|Draft|DMS\n\
         File||Legal|5 min|||0 min\n",
    ];
    for table in rows {
        leads_to("team Sales\nteam Legal\n", "", table, TABLE, "File");
    }
}

#[test]
fn tables_name_what_comes_next() {
    leads_to(
        "team Sales\n",
        "",
        "step\tteam\tnext\tid\tif\nGo?\tSales\t2; Lose\t1\tx\nWin\tSales\t\t2\t\nLose\tSales\t1\t3\t\n",
        "team Sales\ndecision Go?, #1\nWin, #2\nLose, #3\nGo? -> Win, if x\nGo? -> Lose, if x\nLose ~> Go?\n",
        "Lose",
    );
}

#[test]
fn a_table_that_baton_copied_is_read_again() {
    let after = "team Sales\nTriage, 15 min, 90 %\ndecision Fits?, 1.5 h\nteam Legal\nReview\n\
                 Triage -> Fits?, waits 20 min\nFits? -> Review, waits 2.5 d\nFits? ~> Triage\n";
    let rows = [
        "Step\tTeam\tProcess time\t%C&A\tLeads to\tWait after\nTriage\tSales\t15 min\t90 %\tFits?\t20 min\n\
         Fits?\tSales\t1 h 30 min\t\tReview; Triage\t2.5 d; –\nReview\tLegal\t\t\t\t",
        "Schritt\tTeam\tBearbeitungszeit\t%C&A\tFührt zu\tWartezeit danach\nTriage\tSales\t15 min\t90 %\tFits?\t20 min\n\
         Fits?\tSales\t1,5 h\t\tReview; Triage\t2,5 d; –\nReview\tLegal\t\t\t\t",
    ];
    for table in rows {
        leads_to("team Sales\nteam Legal\n", "", table, after, "Review");
    }
}

#[test]
fn a_wait_after_is_that_of_every_way_out_or_of_the_way_into_the_next_row() {
    let after =
        "team Sales\nTriage\nCall\nFile\nTriage -> Call, waits 2 d\nTriage -> File, waits 2 d\n";
    let table = "step\tnext\twait after\nTriage\tCall; File\t2 d\nCall\t\t\nFile\t\t\n";
    leads_to("team Sales\n", "Sales", table, after, "File");
    let after = "team Sales\nTriage\nCall\nTriage -> Call, waits 2 d\n";
    leads_to("team Sales\n", "Sales", "step\tthen waits\nTriage\t2 d\nCall\t-\n", after, "Call");
}

#[test]
fn teams_of_a_table_are_said_whole() {
    leads_to(
        "team Sales Development\n",
        "",
        "Team\tStep\nSales\tCall\nCustomer (external)\tWait\n",
        "team Sales Development\nteam Sales\nCall\nteam Customer, external\nWait\nCall -> Wait\n",
        "Wait",
    );
}

#[test]
fn a_whole_map_is_laid_over_what_is_there() {
    let map = "team Sales, 3 people\n  role Rep, held by Ana\nTriage, 10 min\nteam Legal\nReview\n\
               Triage -> Review, waits 2 d, giver Rep\npain slow, at Triage -> Review\n";
    leads_to(
        "team Sales\nTriage, 5 min, 90 %\n",
        "",
        map,
        "team Sales, 3 people\n  role Rep, held by Ana\nTriage, 10 min, 90 %\nteam Legal\nReview\n\
         Triage -> Review, waits 2 d, giver Rep\npain slow, at Triage -> Review\n",
        "Review",
    );
    let (document, _) =
        Room::of("clock business, 6 h a day\nteam Sales\n", "").after("team Sales\nA, 1 d\n");
    assert!(said(&document).contains("A, 1 d"), "{}", said(&document));
}

#[test]
fn the_page_can_be_pasted() {
    let page = include_str!("../../NOTATION.md").split("```").nth(1).unwrap();
    let (document, _) = Room::of("process Lead to live customer\n", "").after(page);
    let wanted = said(&baton_notation::parse(page).unwrap());
    assert_eq!(said(&document), wanted);
}

#[test]
fn the_lines_of_the_page_are_taken() {
    let page = include_str!("../../NOTATION.md").split("```").nth(3).unwrap();
    leads_to(
        "team Sales\n",
        "",
        page,
        "team Sales\nTriage new leads, 15 min, 90 %\nteam Onboarding\nSet up workspace, 2 h\n\
         Hold kickoff\nTriage new leads -> Set up workspace, H-01, waits 3 d in queue, \
         passes signed order\nSet up workspace -> Hold kickoff, waits 2 h for calendar\n\
         Hold kickoff ~> Triage new leads, 20 %, because data missing, waits 1 d for rework\n\
         pain \"nobody came\", at Set up workspace -> Hold kickoff\n\
         pain always incomplete, at Set up workspace -> Hold kickoff, S3\n",
        "Hold kickoff",
    );
}
